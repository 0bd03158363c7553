using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Barrier"/>. The model counts; the real one is only what it began as.</summary>
public static class BarrierHooks
{
    private const int ParticipantsMax = 32767;

    /// <summary>In place of <see cref="Barrier.SignalAndWait()"/>.</summary>
    public static void SignalAndWait(Barrier barrier, string site) => SignalAndWait(barrier, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>In place of <see cref="Barrier.SignalAndWait(CancellationToken)"/>.</summary>
    public static void SignalAndWait(Barrier barrier, CancellationToken cancellationToken, string site) =>
        SignalAndWait(barrier, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="Barrier.SignalAndWait(int)"/>.</summary>
    public static bool SignalAndWait(Barrier barrier, int millisecondsTimeout, string site) =>
        SignalAndWait(barrier, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Barrier.SignalAndWait(int, CancellationToken)"/>.</summary>
    public static bool SignalAndWait(Barrier barrier, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        return Waits.IsValid(millisecondsTimeout)
            ? SignalAndWait(barrier, Waits.Of(millisecondsTimeout), cancellationToken, site)
            : barrier.SignalAndWait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="Barrier.SignalAndWait(TimeSpan)"/>.</summary>
    public static bool SignalAndWait(Barrier barrier, TimeSpan timeout, string site) => SignalAndWait(barrier, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Barrier.SignalAndWait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool SignalAndWait(Barrier barrier, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? Arrive(control, barrier, new WaitLimit(timeout, site), cancellationToken)
            : barrier.SignalAndWait(timeout, cancellationToken);
    }

    /// <summary>In place of <see cref="Barrier.AddParticipant"/>.</summary>
    public static long AddParticipant(Barrier barrier, string site) => AddParticipants(barrier, 1, site);

    /// <summary>In place of <see cref="Barrier.AddParticipants"/>.</summary>
    public static long AddParticipants(Barrier barrier, int participantCount, string site)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        // Out of range: the real one refuses it in its words.
        if (Control.Current is not { } control || participantCount is < 1 or > ParticipantsMax) return barrier.AddParticipants(participantCount);
        var state = Open(control, barrier, PointKind.Atomic, site);
        if (state.Participants + participantCount > ParticipantsMax)
            throw new ArgumentOutOfRangeException(nameof(participantCount), "Adding participantCount participants would result in the number of participants exceeding the maximum number allowed.");
        state.Participants += participantCount;
        // While the action runs, the phase is full: they are part of the next.
        while (state.IsFinishing) control.Block(new SignalBlockage("barrier", state.Barrier, () => !state.IsFinishing), Timeout.InfiniteTimeSpan, site);
        return state.Phase;
    }

    /// <summary>In place of <see cref="Barrier.RemoveParticipant"/>.</summary>
    public static void RemoveParticipant(Barrier barrier, string site) => RemoveParticipants(barrier, 1, site);

    /// <summary>In place of <see cref="Barrier.RemoveParticipants"/>.</summary>
    public static void RemoveParticipants(Barrier barrier, int participantCount, string site)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        if (Control.Current is not { } control || participantCount < 1)
        {
            barrier.RemoveParticipants(participantCount);
            return;
        }

        var state = Open(control, barrier, PointKind.Release, site);
        if (participantCount > state.Participants)
            throw new ArgumentOutOfRangeException(nameof(participantCount), "The participantCount argument must be less than or equal the number of participants.");
        var left = state.Participants - participantCount;
        if (left < state.Arrived)
            throw new InvalidOperationException("The participantCount argument is greater than the number of participants that haven't yet arrived at the barrier in this phase.");
        state.Participants = left;
        if (left > 0 && left == state.Arrived) state.Finish(control);
    }

    /// <summary>In place of <see cref="Barrier.ParticipantCount"/>.</summary>
    public static int ParticipantCount(Barrier barrier, string site) => Look(barrier, site) is { } state ? state.Participants : barrier.ParticipantCount;

    /// <summary>In place of <see cref="Barrier.ParticipantsRemaining"/>.</summary>
    public static int ParticipantsRemaining(Barrier barrier, string site) =>
        Look(barrier, site) is { } state ? state.Participants - state.Arrived : barrier.ParticipantsRemaining;

    /// <summary>In place of <see cref="Barrier.CurrentPhaseNumber"/>.</summary>
    public static long CurrentPhaseNumber(Barrier barrier, string site) => Look(barrier, site) is { } state ? state.Phase : barrier.CurrentPhaseNumber;

    private static bool Arrive(IControl control, Barrier barrier, WaitLimit limit, CancellationToken cancellationToken)
    {
        ThrowIfDisposed(barrier);
        cancellationToken.ThrowIfCancellationRequested();
        var state = Open(control, barrier, PointKind.Wait, limit.Site);
        if (state.Participants == 0) throw new InvalidOperationException("The barrier has no registered participants.");
        if (state.IsFinishing) throw new InvalidOperationException("The number of threads using the barrier exceeded the total number of registered participants.");
        control.Released(barrier);
        if (++state.Arrived == state.Participants)
        {
            state.Finish(control);
            return true;
        }

        if (!Wait(control, state, limit, cancellationToken)) return false;
        control.Acquired(barrier);
        return state.Failure is null ? true : throw new BarrierPostPhaseException(state.Failure);
    }

    private static bool Wait(IControl control, BarrierState state, WaitLimit limit, CancellationToken cancellationToken)
    {
        var phase = state.Phase;
        bool IsOver() => state.Phase != phase;
        Waits.Until(
            control,
            () => IsOver() || cancellationToken.IsCancellationRequested,
            () => new SignalBlockage("barrier", state.Barrier, () => IsOver() || cancellationToken.IsCancellationRequested),
            limit);
        // Too late to leave: the phase is complete, its action runs.
        while (!IsOver() && state.IsFinishing) control.Block(new SignalBlockage("barrier", state.Barrier, IsOver), Timeout.InfiniteTimeSpan, limit.Site);
        if (IsOver()) return true;
        state.Arrived--;
        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }

    private static BarrierState Open(IControl control, Barrier barrier, PointKind kind, string site)
    {
        ThrowIfDisposed(barrier);
        control.Point(kind, barrier, site);
        ThrowIfDisposed(barrier);
        var state = BarrierState.Of(control, barrier);
        return state.IsActionOf(control.Execution) ? throw new InvalidOperationException("This method may not be called from within the postPhaseAction.") : state;
    }

    private static BarrierState? Look(Barrier barrier, string site)
    {
        ArgumentNullException.ThrowIfNull(barrier);
        if (Control.Current is not { } control) return null;
        control.Point(PointKind.Atomic, barrier, site);
        return BarrierState.Of(control, barrier);
    }

    private static void ThrowIfDisposed(Barrier barrier) => ObjectDisposedException.ThrowIf(IsDisposed(barrier), barrier);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_disposed")]
    private static extern ref bool IsDisposed(Barrier barrier);
}
