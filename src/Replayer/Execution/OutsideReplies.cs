namespace ReplayKit.Replayer.Execution;

/// <summary>Has what sockets and streams owe come in before the next decision, so that no decision depends on how fast the other side is.</summary>
/// <remarks>
/// Whoever awaits a socket has asked something of the outside, which may answer on any connection: then all answers are waited for, within a limit.
/// A connection on which nothing came by then counts as idle until something is asked again.
/// </remarks>
internal sealed class OutsideReplies(OutsideWait outside, StrandPool strands, LoopOptions options)
{
    private bool _isAsked;

    /// <summary>Whether some strand waits for a socket or a stream, idle or not.</summary>
    public bool AreOpen
    {
        get
        {
            foreach (var strand in strands.Waiting)
            {
                if (strand.IsOutside) return true;
            }

            return false;
        }
    }

    /// <summary>Tells that a strand is about to wait for the outside.</summary>
    public void Expect(Strand strand)
    {
        strand.IsOutside = true;
        foreach (var waiting in strands.Waiting) waiting.IsIdle = false;
        _isAsked = true;
    }

    /// <summary>Waits for what was asked for since the last call.</summary>
    public void AwaitAll()
    {
        if (!_isAsked) return;
        _isAsked = false;
        if (outside.Wait(HaveCome, [], options.ReplyLimit)) return;
        foreach (var strand in strands.Waiting) strand.IsIdle = strand.IsOutside;
    }

    private bool HaveCome()
    {
        strands.Poll();
        foreach (var strand in strands.Waiting)
        {
            if (strand is { IsOutside: true, IsIdle: false }) return false;
        }

        return true;
    }
}
