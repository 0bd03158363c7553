using System.Collections.Concurrent;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>The operations of a run: those it was told to expect, and those that they started.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<int, Operation> _byNumber = [];
    private readonly List<Operation> _awaited = [];
    private readonly ConcurrentQueue<Operation> _ended = new();
    private readonly IOperationInbox _inbox;
    private int _lastNumber;
    private int _strayCount;

    public OperationTable(IEnumerable<int> expected, IOperationInbox inbox)
    {
        _inbox = inbox;
        foreach (var number in expected)
        {
            var operation = new Operation(number, null, inbox) { Key = (ulong)number };
            _byNumber.Add(number, operation);
            _awaited.Add(operation);
            _lastNumber = Math.Max(_lastNumber, number);
        }
    }

    /// <summary>The operations that the run was told to expect.</summary>
    public IReadOnlyList<Operation> Awaited => _awaited;

    /// <summary>Those of them that are not over.</summary>
    public IEnumerable<Operation> Unfinished => _awaited.Where(static operation => !operation.IsOver);

    /// <summary>Whether all of them are over.</summary>
    public bool AreDone
    {
        get
        {
            foreach (var operation in _awaited)
            {
                if (!operation.IsOver) return false;
            }

            return true;
        }
    }

    /// <summary>Whether all that the run was told to expect have a first step.</summary>
    public bool HaveArrived => _awaited.TrueForAll(static operation => operation.Body is not null);

    /// <summary>Whether an operation ended that was not taken yet.</summary>
    public bool HasEnded => !_ended.IsEmpty;

    public Operation this[int number] => _byNumber[number];

    /// <summary>A new operation, started by another one or by none. The same numbers in every run of the same decisions.</summary>
    public Operation Start(Operation? by)
    {
        var nth = by is null ? ++_strayCount : ++by.StartedCount;
        var operation = new Operation(++_lastNumber, by?.Root, _inbox) { Key = StableHash.Mix(by?.Key ?? StableHash.Empty, (ulong)nth) };
        _byNumber.Add(operation.Number, operation);
        return operation;
    }

    /// <summary>Starts an awaited operation's first task. Callable from any thread.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">Its work.</param>
    /// <param name="wake">Called when it has ended.</param>
    /// <returns>A task that ends as the operation does, when the loop says so.</returns>
    public Task Arrive(Operation operation, Func<Task> body, Action wake)
    {
        var arrival = new Task<Task>(new Handover(body).RunReplayedRequest, TaskCreationOptions.HideScheduler);
        var whole = arrival.Unwrap();
        arrival.Start(operation.Scheduler);
        operation.Body = whole;
        _ = whole.ContinueWith(
            _ =>
            {
                _ended.Enqueue(operation);
                wake();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return operation.Completion;
    }

    public bool TryTakeEnded([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Operation? operation) => _ended.TryDequeue(out operation);
}
