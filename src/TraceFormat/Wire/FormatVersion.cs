namespace ReplayKit.TraceFormat.Wire;

/// <summary>The version of the file format. Any change of the layout raises it, and keeps a golden recording of the old one.</summary>
public static class FormatVersion
{
    /// <summary>The version that this build writes, and the newest it reads.</summary>
    public const ushort Current = 2;
}
