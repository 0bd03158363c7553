using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Names of the providers that the recorder knows.</summary>
public static class ProviderNames
{
    /// <summary>Tasks: async methods, resumptions, waits.</summary>
    public const string Tasks = "System.Threading.Tasks.TplEventSource";

    /// <summary>The bridge from DiagnosticSource: requests, outgoing calls, database commands.</summary>
    public const string DiagnosticSource = "Microsoft-Diagnostics-DiagnosticSource";

    /// <summary>The runtime itself: collections, exceptions, contention, thread pool.</summary>
    public const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>The core library: queueing of work items, timers.</summary>
    public const string Framework = "System.Diagnostics.Eventing.FrameworkEventSource";

    /// <summary>The PostgreSQL client, in older versions.</summary>
    public const string Npgsql = "Npgsql";

    /// <summary>The PostgreSQL client's source of commands, a name of its own so that counters can be listened to without their text.</summary>
    public const string NpgsqlSql = "Npgsql.Sql";

    /// <summary>EventPipe's own events, about the session.</summary>
    public const string EventPipe = "Microsoft-DotNETCore-EventPipe";

    /// <summary>What the runtime tells of itself when a session ends that asked for it: the assemblies it had loaded, and more.</summary>
    public const string Rundown = "Microsoft-Windows-DotNETRuntimeRundown";

    /// <summary>The provider of a name.</summary>
    public static RawProvider Of(ReadOnlySpan<char> name) => name switch
    {
        Tasks => RawProvider.Tasks,
        DiagnosticSource => RawProvider.DiagnosticSource,
        Runtime => RawProvider.Runtime,
        Framework => RawProvider.Framework,
        Npgsql or NpgsqlSql => RawProvider.Npgsql,
        EventPipe => RawProvider.Session,
        _ => RawProvider.Other,
    };
}
