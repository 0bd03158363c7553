namespace ReplayKit.Replayer.Execution;

/// <summary>Waits for what operations may get from outside control, and remembers for whom that was in vain.</summary>
internal sealed class OutsideGate(OutsideWait outside, StrandPool strands, LoopOptions options, Func<IEnumerable<Operation>, bool> hasNews)
{
    /// <summary>Waits until one of these operations can go on; those for which nothing came count as waiting for another operation from then on.</summary>
    /// <returns>Whether one can.</returns>
    public bool Wait(IReadOnlyList<Operation> operations)
    {
        var limit = operations.Any(static operation => operation.Body is null) ? options.StallLimit : options.OutsideGrace;
        if (outside.Wait(() => hasNews(operations), strands.Waiting, limit)) return true;
        foreach (var operation in operations) operation.IsPresumedBlocked = true;
        return false;
    }

    /// <summary>Waits as long as may be: nothing else can move the run on.</summary>
    /// <returns>Whether something came.</returns>
    public bool WaitForAny(IReadOnlyList<Operation> operations) => outside.Wait(() => hasNews(operations), strands.Waiting, options.StallLimit);
}
