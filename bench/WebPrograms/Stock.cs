namespace WebPrograms;

/// <summary>What the service keeps: read, then written, with a wait in between and a lock around the sum.</summary>
public sealed class Stock
{
    public const int Full = 10;
    private readonly object _gate = new();

    public int Left { get; private set; } = Full;

    public int Sold { get; private set; }

    public void Fill() => (Left, Sold) = (Full, 0);

    public async Task<int> TakeAsync(int quantity)
    {
        var read = Left;
        await Task.Yield();
        Left = read - quantity;
        lock (_gate) Sold += quantity;
        return Left;
    }
}
