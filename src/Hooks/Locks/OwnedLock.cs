namespace ReplayKit.Hooks;

/// <summary>The state of a lock that has an owner and may be taken again by it.</summary>
internal class OwnedLock
{
    /// <summary>The <see cref="IControl.Execution"/> that holds it; null when it is free.</summary>
    public object? Owner { get; private set; }

    /// <summary>How often the owner has taken it.</summary>
    public int Depth { get; private set; }

    /// <summary>Where the owner took it first.</summary>
    public string HeldAt { get; private set; } = "";

    public bool IsFreeFor(object execution) => Owner is null || ReferenceEquals(Owner, execution);

    public bool IsHeldBy(object execution) => ReferenceEquals(Owner, execution);

    /// <summary>Takes it, if that is possible now.</summary>
    public bool TryTake(object execution, string site)
    {
        if (!IsFreeFor(execution)) return false;
        if (Owner is null) HeldAt = site;
        Owner = execution;
        Depth++;
        return true;
    }

    /// <summary>Gives it back once. The caller must hold it.</summary>
    /// <returns>Whether it is free now.</returns>
    public bool GiveBack()
    {
        if (--Depth > 0) return false;
        Owner = null;
        return true;
    }

    /// <summary>Gives it back wholly, for a wait.</summary>
    /// <returns>How often it was taken.</returns>
    public int Surrender()
    {
        var depth = Depth;
        Depth = 0;
        Owner = null;
        return depth;
    }

    /// <summary>Takes it back after a wait. It must be free.</summary>
    public void Restore(object execution, int depth, string site)
    {
        Owner = execution;
        Depth = depth;
        HeldAt = site;
    }
}
