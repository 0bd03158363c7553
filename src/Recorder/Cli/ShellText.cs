namespace ReplayKit.Recorder.Cli;

/// <summary>Text for command lines that a person copies into a shell.</summary>
public static class ShellText
{
    /// <summary>An argument, quoted when a shell would not take it as it is.</summary>
    /// <param name="argument">The argument.</param>
    public static string Quote(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.Length > 0 && argument.All(static c => char.IsAsciiLetterOrDigit(c) || "-_./=:+,@%".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
