namespace ReplayKit.Hooks;

/// <summary>How often one execution holds a reader-writer lock, in each mode.</summary>
internal sealed class ReadWriteHold
{
    public int Reads { get; set; }

    public int Upgrades { get; set; }

    public int Writes { get; set; }

    /// <summary>Where it was taken last.</summary>
    public string Site { get; set; } = "";

    public bool IsNone => Reads == 0 && Upgrades == 0 && Writes == 0;
}
