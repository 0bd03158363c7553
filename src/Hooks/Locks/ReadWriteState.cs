namespace ReplayKit.Hooks;

/// <summary>The state of a reader-writer lock. Readers that come while a writer waits come after it, as the runtime has it.</summary>
internal sealed class ReadWriteState
{
    private readonly Dictionary<object, ReadWriteHold> _holds = new(ReferenceEqualityComparer.Instance);
    private readonly List<(object Execution, ReadWriteMode Mode)> _waiting = [];

    /// <summary>How many executions hold it for reading.</summary>
    public int Readers => _holds.Values.Count(static hold => hold.Reads > 0);

    public bool IsHeld => _holds.Count > 0;

    public bool IsWaitedFor => _waiting.Count > 0;

    /// <summary>How many wait for it in this mode.</summary>
    public int Waiting(ReadWriteMode mode) => _waiting.Count(wait => wait.Mode == mode);

    /// <summary>What an execution holds.</summary>
    public ReadWriteHold HoldOf(object execution) => _holds.GetValueOrDefault(execution) ?? new ReadWriteHold();

    public void BeginWait(object execution, ReadWriteMode mode) => _waiting.Add((execution, mode));

    public void EndWait(object execution, ReadWriteMode mode) => _waiting.Remove((execution, mode));

    /// <summary>Whether the execution would get it now.</summary>
    public bool CanTake(object execution, ReadWriteMode mode)
    {
        var own = HoldOf(execution);
        if (own.Writes > 0) return true;
        return mode switch
        {
            ReadWriteMode.Read => own.Reads > 0 || own.Upgrades > 0 || (!HasOther(execution, static hold => hold.Writes > 0) && Waiting(ReadWriteMode.Write) == 0),
            ReadWriteMode.Upgrade => own.Upgrades > 0 || (!HasOther(execution, static hold => hold.Writes > 0 || hold.Upgrades > 0) && Waiting(ReadWriteMode.Write) == 0),
            _ => !HasOther(execution, static _ => true),
        };
    }

    /// <summary>Takes it, if that is possible now.</summary>
    public bool TryTake(object execution, ReadWriteMode mode, string site)
    {
        if (!CanTake(execution, mode)) return false;
        if (!_holds.TryGetValue(execution, out var hold)) _holds.Add(execution, hold = new ReadWriteHold());
        hold.Site = site;
        Count(hold, mode, 1);
        return true;
    }

    /// <summary>Gives it back once.</summary>
    /// <exception cref="SynchronizationLockException">The execution does not hold it in this mode.</exception>
    public void GiveBack(object execution, ReadWriteMode mode)
    {
        if (!_holds.TryGetValue(execution, out var hold) || CountIn(hold, mode) == 0)
            throw new SynchronizationLockException($"The {mode.ToString().ToLowerInvariant()} lock is being released without being held.");
        Count(hold, mode, -1);
        if (hold.IsNone) _holds.Remove(execution);
    }

    /// <summary>Who stands in the way of an execution: a holder, else a writer that came before.</summary>
    public (object? Execution, string Site) ObstacleFor(object execution, ReadWriteMode mode)
    {
        foreach (var (holder, hold) in _holds)
        {
            if (holder != execution && (mode == ReadWriteMode.Write || hold.Writes > 0 || (mode == ReadWriteMode.Upgrade && hold.Upgrades > 0))) return (holder, hold.Site);
        }

        return (_waiting.Find(wait => wait.Mode == ReadWriteMode.Write && wait.Execution != execution).Execution, "");
    }

    private static int CountIn(ReadWriteHold hold, ReadWriteMode mode) => mode switch
    {
        ReadWriteMode.Read => hold.Reads,
        ReadWriteMode.Upgrade => hold.Upgrades,
        _ => hold.Writes,
    };

    private static void Count(ReadWriteHold hold, ReadWriteMode mode, int change)
    {
        switch (mode)
        {
            case ReadWriteMode.Read:
                hold.Reads += change;
                break;
            case ReadWriteMode.Upgrade:
                hold.Upgrades += change;
                break;
            default:
                hold.Writes += change;
                break;
        }
    }

    private bool HasOther(object execution, Func<ReadWriteHold, bool> isInTheWay)
    {
        foreach (var (holder, hold) in _holds)
        {
            if (holder != execution && isInTheWay(hold)) return true;
        }

        return false;
    }
}
