using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Execution;

/// <summary>Says what the operations of a run wait for.</summary>
internal sealed class WaitAnalysis(StrandPool strands, VirtualClock clock, long horizonNs)
{
    private readonly HashSet<Task> _delays = new(ReferenceEqualityComparer.Instance);

    /// <summary>Up to when a timer is waited for before others go on.</summary>
    public long HorizonNs { get; } = horizonNs;

    /// <summary>Makes a task known as a delay on virtual time.</summary>
    public void AddDelay(Task task) => _delays.Add(task);

    /// <summary>Readable name of what is awaited; empty when unknown.</summary>
    public string AwaitedName(PendingAwait pending)
    {
        if (pending.Task is not { } task) return "";
        return _delays.Contains(task) ? TaskNames.Delay : TaskNames.Of(task);
    }

    public BlockedOn BlockedOnOf(Operation operation)
    {
        if (operation.IsFinished) return BlockedOn.Finished;
        if (strands.HasEnabled(operation)) return BlockedOn.Nothing;
        if (clock.NextDueOf(operation.Number) is { } due && due <= HorizonNs) return BlockedOn.Timer;
        return !operation.IsPresumedBlocked && WaitsForOutside(operation) ? BlockedOn.Outside : BlockedOn.Operation;
    }

    /// <summary>Whether every strand waits for woven code: nothing from outside control can move it on.</summary>
    public bool AllWaitForWovenCode() => strands.Waiting.Count > 0 && strands.Waiting.All(WaitsForWovenCode);

    /// <summary>Who waits where, and for whom.</summary>
    public ImmutableArray<WaitingOperation> Waits() => [.. strands.Waiting.Select(Describe)];

    private WaitingOperation Describe(Strand strand)
    {
        var holder = strand.Blockage?.Holder is Execution execution ? execution.Operation.Number : HolderOf(strand);
        return new WaitingOperation(strand.Operation.Number, strand.Description.Site, strand.Description.Awaited)
        {
            Call = strand.Description.Call,
            What = strand.Blockage?.What ?? "",
            Holder = holder,
            HeldAt = strand.Blockage is { HeldAt.Length: > 0 } held ? CodeSite.Parse(held.HeldAt) : null,
        };
    }

    // A task of a woven method is completed by the operation in which that method is suspended.
    private int? HolderOf(Strand strand)
    {
        if (strand.Task is not { } task) return null;
        foreach (var other in strands.Waiting)
        {
            if (ReferenceEquals(other.Run?.Target, task)) return other.Operation.Number;
        }

        return null;
    }

    // An operation without any strand waits inside code that is not woven.
    private bool WaitsForOutside(Operation operation)
    {
        var own = strands.Waiting.Where(strand => strand.Operation.Root == operation.Root).ToList();
        return own.Count == 0 || !own.Exists(strand => WaitsForWovenCode(strand) && !WaitsForOwn(strand, own));
    }

    // A method that awaits another method of its own operation waits for whatever that one waits for.
    private static bool WaitsForOwn(Strand strand, List<Strand> own) =>
        strand.Task is { } task && own.Exists(other => ReferenceEquals(other.Run?.Target, task));

    private bool WaitsForWovenCode(Strand strand)
    {
        if (strand.Owner is not null && strand.Blockage?.Task is null) return true;
        return strand.Task is { } task
            && (_delays.Contains(task) || TaskNames.StateMachineOf(task.GetType())?.Assembly.IsDefined(typeof(WovenAttribute), false) == true);
    }
}
