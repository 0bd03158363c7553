namespace ReplayKit.Recorder.Attach;

/// <summary>A diagnostic port as a person names it.</summary>
/// <param name="Path">Path of its socket; on Windows the name of its pipe.</param>
/// <param name="IsListen">Whether the recorder listens there and the target comes; null when what is there decides: a socket is connected to.</param>
public sealed record PortName(string Path, bool? IsListen)
{
    private const string Listen = ",listen";
    private const string Connect = ",connect";

    /// <summary>Whether the recorder is the one to listen.</summary>
    public bool MustListen => IsListen ?? !Exists(Path);

    /// <summary>Reads <c>PATH</c>, <c>PATH,listen</c> or <c>PATH,connect</c>.</summary>
    /// <param name="text">What was written.</param>
    public static PortName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.EndsWith(Listen, StringComparison.Ordinal)) return new PortName(text[..^Listen.Length], true);
        return text.EndsWith(Connect, StringComparison.Ordinal) ? new PortName(text[..^Connect.Length], false) : new PortName(text, null);
    }

    private static bool Exists(string path) => File.Exists(OperatingSystem.IsWindows() ? @"\\.\pipe\" + path : path);
}
