namespace Controlled.Tasks;

/// <summary>A scheduler as programs write them: one thread of its own that takes tasks from a queue.</summary>
internal sealed class SingleThreadScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = new();
    private readonly Thread _thread;

    public SingleThreadScheduler()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public override int MaximumConcurrencyLevel => 1;

    public bool IsOwnThread => Thread.CurrentThread == _thread;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_tasks) return _tasks.ToArray();
    }

    protected override void QueueTask(Task task)
    {
        lock (_tasks)
        {
            _tasks.Enqueue(task);
            Monitor.Pulse(_tasks);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => IsOwnThread && TryExecuteTask(task);

    private void Run()
    {
        while (true)
        {
            Task task;
            lock (_tasks)
            {
                while (_tasks.Count == 0) Monitor.Wait(_tasks);
                task = _tasks.Dequeue();
            }

            TryExecuteTask(task);
        }
    }
}
