using System.Collections.Immutable;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Makes what a file ends with: which methods of the recorded build its names stand for.</summary>
internal sealed class FooterMaker(ImmutableArray<string> files, Func<ImmutableArray<string>> filesNow)
{
    /// <summary>Makes a footer.</summary>
    /// <param name="durationNs">How long the recording is.</param>
    /// <param name="completeness">What is known of completeness.</param>
    /// <param name="names">Bare names of async methods that occur in it.</param>
    internal RecordingFooter Make(long durationNs, Completeness completeness, IReadOnlySet<string> names)
    {
        // A running target may have loaded further assemblies since the recording began.
        var loaded = files.Union(filesNow(), StringComparer.Ordinal);
        var methods = loaded.SelectMany(static file => AssemblyReader.ReadAsyncMethods(file)).Where(method => names.Contains(method.RecordedName));
        return new RecordingFooter(durationNs, completeness, [.. methods]);
    }
}
