using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Execution;

/// <summary>What a place of woven code is known by.</summary>
/// <param name="Await">The await; null for a call.</param>
/// <param name="Call">The call; null for an await.</param>
/// <param name="Method">Readable name of the method.</param>
/// <param name="Hash">Hash of its name. No file and no line: the same build on another machine has the same.</param>
internal sealed record SiteInfo(AwaitSite? Await, CodeSite? Call, string Method, ulong Hash)
{
    private bool? _isPooled;

    /// <summary>Names the method's state machine within the build; empty for a call.</summary>
    public string Machine { get; } = Await is null ? "" : $"{Await.DeclaringType}/{Await.StateMachine}";

    /// <summary>Whether it awaits what a socket or a stream does.</summary>
    public bool IsOutside { get; set; }

    /// <summary>Which use of the state machine's box an invocation is: a pooled builder hands out a box again, to whom depends on the thread.</summary>
    public short UseOf(object? machine)
    {
        if (machine is null) return 0;
        _isPooled ??= PooledMachine.Is(machine.GetType());
        return _isPooled.Value ? PooledMachine.UseOf(machine) : (short)0;
    }
}
