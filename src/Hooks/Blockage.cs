namespace ReplayKit.Hooks;

/// <summary>What a blocked call waits for. It can be asked any number of times whether it is over, on any thread that runs control's decisions.</summary>
public abstract class Blockage
{
    /// <summary>Whether the call could go on now. Must not change anything, and must not block.</summary>
    public abstract bool IsOver { get; }

    /// <summary>What is waited for, in a few words, such as <c>lock</c> or <c>task</c>.</summary>
    public abstract string What { get; }

    /// <summary>The object waited for; null when it has no identity.</summary>
    public virtual object? Resource => null;

    /// <summary>The <see cref="IControl.Execution"/> that holds it; null when none does, or when that is not known.</summary>
    public virtual object? Holder => null;

    /// <summary>Where the holder took it, in the form of <see cref="CodeSite"/>; empty when that is not known.</summary>
    public virtual string HeldAt => "";

    /// <summary>The task waited for; null when it is none.</summary>
    public virtual Task? Task => null;
}
