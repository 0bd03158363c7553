using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Writes down what the hooks ask, and answers as told.</summary>
internal sealed class RecordingControl : IControl
{
    private readonly Dictionary<(object Key, Type Type), object> _states = [];

    /// <summary>Each call, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What was suspended, in order.</summary>
    public List<(PendingAwait Pending, Action Continuation)> Suspended { get; } = [];

    public bool IsInControl { get; set; } = true;

    /// <summary>What <see cref="ContinuesSynchronously"/> says; null for what the awaiter says.</summary>
    public bool? Continues { get; set; }

    /// <summary>Thrown by the member of this name.</summary>
    public string? Throws { get; set; }

    public TaskCompletionSource Delayed { get; } = new();

    public TimeProvider Time { get; set; } = new ManualTime();

    public IMemoryWatch? Memory { get; init; }

    public bool ContinuesSynchronously(bool isCompleted, string site)
    {
        Note(nameof(ContinuesSynchronously), $"{isCompleted} {site}");
        return Continues ?? isCompleted;
    }

    public void Suspend(PendingAwait pending, Action continuation, string site)
    {
        Note(nameof(Suspend), site);
        Suspended.Add((pending, continuation));
    }

    public Task Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        Note(nameof(Delay), $"{delay.TotalMilliseconds} {(cancellationToken.CanBeCanceled ? "cancellable" : "for sure")}");
        return Delayed.Task;
    }

    public object Execution { get; } = new();

    public TaskScheduler Pool => TaskScheduler.Default;

    public TaskScheduler PoolAt(string site) => Pool;

    /// <summary>A test runner's context counts as the operation's.</summary>
    public SynchronizationContext Context => SynchronizationContext.Current ?? new SynchronizationContext();

    public void Point(PointKind kind, object? resource, string site) => Note(nameof(Point), $"{kind} {site}");

    public bool Block(Blockage blockage, TimeSpan timeout, string site)
    {
        Note(nameof(Block), $"{blockage.What} {site}");
        return blockage.IsOver;
    }

    public T StateOf<T>(object key)
        where T : class, new()
    {
        if (!_states.TryGetValue((key, typeof(T)), out var state)) _states.Add((key, typeof(T)), state = new T());
        return (T)state;
    }

    public void Queue(Action work, string site) => Note(nameof(Queue), site);

    public void QueueAfter(PendingAwait pending, Action work, string site) => Note(nameof(QueueAfter), site);

    public void StartThread(Thread thread, Action? body, string site) => Note(nameof(StartThread), site);

    public void RunThread(Thread thread, Action body) => body();

    public void NextBytes(Span<byte> destination) => destination.Fill(7);

    public void Released(object sync) => Note(nameof(Released), "");

    public void Acquired(object sync) => Note(nameof(Acquired), "");

    public void BeginInitialiser() => Note(nameof(BeginInitialiser), "");

    public void EndInitialiser() => Note(nameof(EndInitialiser), "");

    private void Note(string member, string what)
    {
        Calls.Add($"{member} {what}");
        if (Throws == member) throw new ControlFailedException(member);
    }
}
