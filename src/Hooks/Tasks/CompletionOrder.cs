namespace ReplayKit.Hooks;

/// <summary>Tasks in the order in which they complete, as <see cref="Task.WhenEach(Task[])"/> gives them. The runtime's own wakes its reader on the thread pool.</summary>
/// <typeparam name="TTask">Their type.</typeparam>
internal sealed class CompletionOrder<TTask> : IAsyncEnumerable<TTask>, IAsyncEnumerator<TTask>
    where TTask : Task
{
    private const TaskContinuationOptions Inline = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.HideScheduler | TaskContinuationOptions.DenyChildAttach;
    private readonly Queue<TTask> _completed = new();
    private int _left;
    private bool _isRead;
    private TaskCompletionSource<bool>? _reader;
    private TTask? _current;
    private CancellationToken _cancellationToken;

    private CompletionOrder()
    {
    }

    public TTask Current => _current!;

    public static CompletionOrder<TTask> Of(IEnumerable<TTask> tasks)
    {
        var distinct = new List<TTask>();
        foreach (var task in tasks)
        {
            if (task is null) throw new ArgumentException("The tasks argument included a null value.", nameof(tasks));
            if (!distinct.Contains(task)) distinct.Add(task);
        }

        var order = new CompletionOrder<TTask> { _left = distinct.Count };
        foreach (var task in distinct) task.ContinueWith(order.Add, CancellationToken.None, Inline, new InlineScheduler());
        return order;
    }

    // Each task is given once, however often the sequence is read: the first reader gets them.
    public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_isRead) return new CompletionOrder<TTask>();
        (_isRead, _cancellationToken) = (true, cancellationToken);
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (_left == 0) return new ValueTask<bool>(false);
        if (_cancellationToken.IsCancellationRequested)
        {
            _left = 0;
            return ValueTask.FromException<bool>(new OperationCanceledException(_cancellationToken));
        }

        if (_completed.TryDequeue(out var next)) return new ValueTask<bool>(Take(next));
        var reader = _reader = new TaskCompletionSource<bool>();
        if (_cancellationToken.CanBeCanceled) _cancellationToken.UnsafeRegister(Cancel, reader);
        return new ValueTask<bool>(reader.Task);
    }

    public ValueTask DisposeAsync()
    {
        _left = 0;
        return default;
    }

    private void Add(Task task)
    {
        if (_reader is { Task.IsCompleted: false } reader)
        {
            _reader = null;
            reader.SetResult(Take((TTask)task));
        }
        else
        {
            _completed.Enqueue((TTask)task);
        }
    }

    private bool Take(TTask task)
    {
        _current = task;
        _left--;
        return true;
    }

    private void Cancel(object? reader) => ((TaskCompletionSource<bool>)reader!).TrySetCanceled(_cancellationToken);
}
