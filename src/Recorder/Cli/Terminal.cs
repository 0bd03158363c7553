namespace ReplayKit.Recorder.Cli;

/// <summary>Where a command writes, and what is at the other end.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Failures and warnings.</param>
/// <param name="IsInteractive">Whether a person reads <paramref name="Out"/> on a terminal: live lines make sense, floods do not.</param>
/// <param name="Width">Columns a line may take; <see cref="int.MaxValue"/> when nothing needs to be cut.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, int Width)
{
    private const int WidthMin = 80;
    private const int WidthMax = 160;

    /// <summary>Whether a person watches <see cref="Error"/> on a terminal: where progress is shown, and nowhere else.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The process's own streams.</summary>
    public static Terminal FromConsole()
    {
        var isInteractive = !Console.IsOutputRedirected;
        // A terminal that reports no size (0 columns) is treated as the narrowest one supported.
        var width = isInteractive ? Math.Clamp(Console.WindowWidth, WidthMin, WidthMax) : int.MaxValue;
        return new Terminal(Console.Out, Console.Error, isInteractive, width) { ShowsProgress = !Console.IsErrorRedirected };
    }

    /// <summary>Writes a line of results, made safe to print.</summary>
    /// <param name="line">The line.</param>
    public void WriteLine(string line = "") => Out.WriteLine(SafeText.Clean(line));
}
