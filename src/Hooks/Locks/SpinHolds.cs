namespace ReplayKit.Hooks;

/// <summary>The spin locks that a run holds, by the number that each lock carries while it is held.</summary>
internal sealed class SpinHolds
{
    private readonly Dictionary<int, SpinHold> _holds = [];
    private int _last;

    /// <summary>Begins to hold a lock.</summary>
    /// <returns>The number, from 1.</returns>
    public int Begin(object owner, string site)
    {
        _holds.Add(++_last, new SpinHold(owner, site));
        return _last;
    }

    /// <summary>Who holds the lock with this number; null when it was not taken in this run.</summary>
    public SpinHold? Find(int number) => _holds.GetValueOrDefault(number);

    public void End(int number)
    {
        if (_holds.Remove(number, out var hold)) hold.End();
    }
}
