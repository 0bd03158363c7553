namespace ReplayKit.Recorder.Normalize;

/// <summary>A provider that the recorder asks for events.</summary>
public enum RawProvider
{
    /// <summary>Any other; it was not asked for.</summary>
    Other,

    /// <summary><c>System.Threading.Tasks.TplEventSource</c>.</summary>
    Tasks,

    /// <summary><c>Microsoft-Diagnostics-DiagnosticSource</c>: the bridge that carries the host's and the HTTP client's events.</summary>
    DiagnosticSource,

    /// <summary><c>Microsoft-Windows-DotNETRuntime</c>.</summary>
    Runtime,

    /// <summary><c>System.Diagnostics.Eventing.FrameworkEventSource</c>: work items and timers.</summary>
    Framework,

    /// <summary><c>Npgsql.Sql</c>, in older versions <c>Npgsql</c>: commands of the PostgreSQL client.</summary>
    Npgsql,

    /// <summary><c>Microsoft-DotNETCore-EventPipe</c>: what a session says of itself.</summary>
    Session,
}
