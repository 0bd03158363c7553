namespace ReplayKit.Hooks;

/// <summary>What woven code is controlled by. One implementation is installed at a time, see <see cref="Control"/>.</summary>
/// <remarks>Every member is called on the thread of the woven code. Members other than <see cref="IsInControl"/> are only called where it is true.</remarks>
public interface IControl
{
    /// <summary>Whether the calling thread runs a controlled operation now. Hooks do nothing where it is false.</summary>
    bool IsInControl { get; }

    /// <summary>Decides whether the async method goes on past an await without suspending.</summary>
    /// <param name="isCompleted">What the awaiter says.</param>
    /// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
    /// <returns>True to go on; false to suspend there, even when the awaiter is complete.</returns>
    bool ContinuesSynchronously(bool isCompleted, string site);

    /// <summary>Takes over a suspended async method: <paramref name="continuation"/> runs when the scheduler decides.</summary>
    /// <remarks>One that throws has not taken it over: the awaiter gets the continuation, and the method's builder the exception.</remarks>
    /// <param name="pending">What it waits for.</param>
    /// <param name="continuation">Resumes it. Must be called exactly once.</param>
    /// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
    void Suspend(PendingAwait pending, Action continuation, string site);

    /// <summary>A task that completes when virtual time has advanced by <paramref name="delay"/>.</summary>
    Task Delay(TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>The virtual clock.</summary>
    TimeProvider Time { get; }
}
