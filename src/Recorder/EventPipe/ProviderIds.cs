using Microsoft.Diagnostics.Tracing;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Tells which provider an event of TraceEvent is of: the library does not keep the name of every provider that a trace names.</summary>
internal static class ProviderIds
{
    private static readonly Guid s_tasks = new("2e5dba47-a3d2-4d16-8ee0-6671ffdcd7b5");
    private static readonly Guid s_runtime = new("e13c0d23-ccbc-4e12-931b-d9cc2eee27e4");
    private static readonly Guid s_session = new("92f528a6-f5b8-5160-a7ee-b33da7739e29");
    private static readonly Guid s_framework = new("55289187-7f82-5b3d-82d7-eb779e673075");
    private static readonly Guid s_npgsql = new("370a33a1-1d78-5b84-52b9-45d47b1763ec");
    private static readonly Guid s_npgsqlSql = new("be6d9be4-95b3-5504-f175-f42f3bb4f406");
    private static readonly Guid s_bridge = new("adb401e1-5296-51f8-c125-5fda75826144");

    /// <summary>The provider of an event.</summary>
    internal static RawProvider Of(TraceEvent traced)
    {
        var named = ProviderNames.Of(traced.ProviderName);
        if (named != RawProvider.Other) return named;
        if (traced.ProviderGuid == s_tasks) return RawProvider.Tasks;
        if (traced.ProviderGuid == s_runtime) return RawProvider.Runtime;
        if (traced.ProviderGuid == s_session) return RawProvider.Session;
        if (traced.ProviderGuid == s_framework) return RawProvider.Framework;
        if (traced.ProviderGuid == s_npgsql || traced.ProviderGuid == s_npgsqlSql) return RawProvider.Npgsql;
        return traced.ProviderGuid == s_bridge ? RawProvider.DiagnosticSource : RawProvider.Other;
    }
}
