namespace Controlled.Collections;

/// <summary>Lets others run while the dictionary holds its locks.</summary>
internal sealed class YieldingComparer : IEqualityComparer<int>
{
    private readonly object _gate = new();

    /// <summary>How often it was asked.</summary>
    public int Count { get; private set; }

    public bool Equals(int x, int y)
    {
        lock (_gate) Count++;
        return x == y;
    }

    public int GetHashCode(int obj)
    {
        lock (_gate) Count++;
        return 1;
    }
}
