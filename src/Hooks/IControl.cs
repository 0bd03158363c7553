namespace ReplayKit.Hooks;

/// <summary>What woven code is controlled by. One implementation is installed at a time, see <see cref="Control"/>.</summary>
/// <remarks>
/// Every member is called on the thread of the woven code. Members other than <see cref="IsInControl"/> are only called where it is true.
/// The hooks of a primitive are written against these few members: a scheduling point, then an attempt that cannot block, then
/// <see cref="Block"/> until it is worth another attempt.
/// </remarks>
public interface IControl
{
    /// <summary>Whether the calling thread runs a controlled operation now. Hooks do nothing where it is false.</summary>
    bool IsInControl { get; }

    /// <summary>Decides whether the async method goes on past an await without suspending.</summary>
    /// <param name="isCompleted">What the awaiter says.</param>
    /// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
    /// <returns>True to go on; false to suspend there, even when the awaiter is complete.</returns>
    bool ContinuesSynchronously(bool isCompleted, string site);

    /// <summary>The same for an await of what a socket or a stream does.</summary>
    bool ContinuesPastOutside(bool isCompleted, string site) => ContinuesSynchronously(isCompleted, site);

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

    /// <summary>What executes now, as a thread is to a lock: the same object from the begin of a step's stack to its end, whatever runs in between.</summary>
    object Execution { get; }

    /// <summary>Where work for the thread pool goes: each task that is queued to it is an operation of its own.</summary>
    TaskScheduler Pool { get; }

    /// <summary>The same for the work that one call sends there: what it starts is named after the call.</summary>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>: a literal, which is known by reference.</param>
    TaskScheduler PoolAt(string site);

    /// <summary>The context of the calling operation: awaits of code that is not woven come back by it.</summary>
    SynchronizationContext Context { get; }

    /// <summary>A scheduling point: others may run before the call returns.</summary>
    /// <param name="kind">What the caller is about to do.</param>
    /// <param name="resource">What it will do it to; null when that has no identity. Operations on different resources commute.</param>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>.</param>
    void Point(PointKind kind, object? resource, string site);

    /// <summary>Blocks the caller until <paramref name="blockage"/> is over and the scheduler lets it go on, or until virtual time has passed.</summary>
    /// <param name="blockage">What it waits for.</param>
    /// <param name="timeout">Longest wait on virtual time; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>.</param>
    /// <returns>Whether the blockage is over; false when the time has passed and it is not.</returns>
    bool Block(Blockage blockage, TimeSpan timeout, string site);

    /// <summary>This run's own state for an object: made on first use, gone with the run.</summary>
    /// <param name="key">Whose state it is, by reference.</param>
    T StateOf<T>(object key)
        where T : class, new();

    /// <summary>Makes <paramref name="work"/> an operation of its own, as a work item of the thread pool is.</summary>
    void Queue(Action work, string site);

    /// <summary>The same, beginning when what it waits for is complete.</summary>
    void QueueAfter(PendingAwait pending, Action work, string site);

    /// <summary>
    /// Starts a thread as an operation of its own: the thread itself, whose body must call <see cref="RunThread"/>, or, where nothing can tell the two apart, a thread that the control has already.
    /// </summary>
    /// <param name="thread">A thread that was not started.</param>
    /// <param name="body">What it runs; null where it must run on the very thread.</param>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>.</param>
    void StartThread(Thread thread, Action? body, string site);

    /// <summary>Runs the body of a thread that <see cref="StartThread"/> started. Called on that thread, outside control.</summary>
    void RunThread(Thread thread, Action body);

    /// <summary>Fills <paramref name="destination"/> from the run's seeded source of chance.</summary>
    void NextBytes(Span<byte> destination);

    /// <summary>Tells that what the caller did so far happens before what follows an <see cref="Acquired"/> of the same object.</summary>
    /// <param name="sync">A lock, a task, a signal.</param>
    void Released(object sync);

    /// <summary>Tells that what was done before each <see cref="Released"/> of this object happened before what the caller does next.</summary>
    /// <param name="sync">A lock, a task, a signal.</param>
    void Acquired(object sync);

    /// <summary>
    /// Tells that the calling stack begins to initialise the static fields of a type. The runtime holds a lock until that is done, where control does not reach: until then no
    /// scheduling point lets others run. What blocks does.
    /// </summary>
    void BeginInitialiser();

    /// <summary>Tells that it is done. What it did happens before whatever anybody does next.</summary>
    void EndInitialiser();

    /// <summary>What is told of each memory access of woven code; null when none need be told. The same for as long as the control is installed.</summary>
    IMemoryWatch? Memory => null;
}
