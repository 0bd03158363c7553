using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>The state of a barrier: who has arrived, and which phase it is. Begins as the real one stands.</summary>
/// <remarks>
/// Life of a phase: participants arrive; the last one, or the removal of the one that is missing, ends it: the action runs on that caller's
/// stack, nobody may arrive meanwhile; then the number goes up and all go on.
/// </remarks>
internal sealed class BarrierState
{
    private Action<Barrier>? _action;
    private object? _actionCaller;
    private Barrier? _barrier;

    /// <summary>The barrier itself.</summary>
    public Barrier Barrier => _barrier!;

    public int Participants { get; set; }

    public int Arrived { get; set; }

    public long Phase { get; private set; }

    /// <summary>Whether the action of the phase runs.</summary>
    public bool IsFinishing => _actionCaller is not null;

    /// <summary>What the action of the last phase threw; null when nothing.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The state of this barrier.</summary>
    public static BarrierState Of(IControl control, Barrier barrier)
    {
        var state = control.StateOf<BarrierState>(barrier);
        if (state._barrier is not null) return state;
        state._barrier = barrier;
        state.Participants = barrier.ParticipantCount;
        state.Arrived = barrier.ParticipantCount - barrier.ParticipantsRemaining;
        state.Phase = barrier.CurrentPhaseNumber;
        state._action = ActionOf(barrier);
        return state;
    }

    /// <summary>Whether this execution runs the action: it may not change the barrier.</summary>
    public bool IsActionOf(object execution) => _actionCaller == execution;

    /// <summary>Ends the phase.</summary>
    /// <exception cref="BarrierPostPhaseException">The action failed.</exception>
    public void Finish(IControl control)
    {
        // After all that the others did before they arrived.
        control.Acquired(Barrier);
        Arrived = 0;
        Failure = null;
        if (_action is not null)
        {
            _actionCaller = control.Execution;
            try
            {
                _action(Barrier);
            }
#pragma warning disable CA1031 // Whatever it is, every participant is to get it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Failure = exception;
            }
            finally
            {
                _actionCaller = null;
            }
        }

        Phase++;
        control.Released(Barrier);
        if (Failure is not null) throw new BarrierPostPhaseException(Failure);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_postPhaseAction")]
    private static extern ref Action<Barrier>? ActionOf(Barrier barrier);
}
