namespace ReplayKit.Recorder.Normalize;

/// <summary>
/// Events of Npgsql, known by name. Its source describes itself: the runtime gives such events numbers as they come, others in each process, and not
/// the ones that the source was written with.
/// </summary>
public static class NpgsqlEvents
{
    /// <summary>The number by which the table knows what is not about commands, such as counters.</summary>
    public const int Other = 0;

    /// <summary>The number by which the table knows that a command is sent.</summary>
    public const int CommandStart = 3;

    /// <summary>The number by which the table knows that a command is answered.</summary>
    public const int CommandStop = 4;

    /// <summary>The number of an event.</summary>
    /// <param name="name">Its name, as the stream tells it or, with a slash before its last word, TraceEvent.</param>
    public static int NumberOf(ReadOnlySpan<char> name) => name switch
    {
        "CommandStart" or "Command/Start" => CommandStart,
        "CommandStop" or "Command/Stop" => CommandStop,
        _ => Other,
    };
}
