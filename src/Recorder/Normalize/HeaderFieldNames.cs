using System.Runtime.CompilerServices;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Names of the fields that carry headers, each made once while its header's name is the same string.</summary>
internal sealed class HeaderFieldNames
{
    private readonly ConditionalWeakTable<string, string> _names = [];

    /// <summary>The field of a header.</summary>
    internal string Of(string headerName) => _names.GetValue(headerName, static name => FieldNames.HeaderPrefix + name);
}
