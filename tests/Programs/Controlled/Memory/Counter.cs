namespace Controlled.Memory;

/// <summary>What requests share.</summary>
internal sealed class Counter
{
    public int Count;

    public (int Hits, int Misses) Totals;

    public volatile bool IsReady;

    public string Text { get; set; } = "";
}
