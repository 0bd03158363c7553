using System.Diagnostics.Tracing;

namespace RecorderTarget;

/// <summary>The source by which the PostgreSQL client tells of its commands.</summary>
public sealed class NpgsqlSource : EventSource
{
    private NpgsqlSource(string name)
        : base(name)
    {
    }

    /// <summary>As it is called now.</summary>
    public static NpgsqlSource Current { get; } = new("Npgsql.Sql");

    /// <summary>As it was called.</summary>
    public static NpgsqlSource Older { get; } = new("Npgsql");

    [Event(3, Level = EventLevel.Informational)]
    public void CommandStart(string sql) => WriteEvent(3, sql);

    [Event(4, Level = EventLevel.Informational)]
    public void CommandStop() => WriteEvent(4);
}
