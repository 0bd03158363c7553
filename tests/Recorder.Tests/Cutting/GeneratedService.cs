using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cutting;

/// <summary>
/// A made-up service: requests of nested async methods that wait, call out, throw, and await each other's tasks, interleaved on a few threads at
/// random, in connection loops as a host runs them. Gives the events that a runtime would.
/// </summary>
internal sealed class GeneratedService
{
    private const int ThreadCount = 4;
    private const string Delay = "Task.Delay";
    private const string Queued = "queued work, which has no name of its own";
    private const string HostLoop = "<ProcessRequests>d__238`1";

    private readonly Random _random;
    private readonly int _requestCount;
    private readonly List<RecordedEvent> _events = [];
    private readonly List<Invocation> _live = [];
    private readonly List<Invocation> _ready = [];
    private readonly IEnumerator<int>?[] _threads = new IEnumerator<int>?[ThreadCount];
    private int _nextTask;
    private int _nextRequest = 1;
    private long _timeNs;

    private GeneratedService(int seed)
    {
        _random = new Random(seed);
        _requestCount = _random.Next(2, 9);
    }

    /// <summary>A recording of such a service; the same for the same seed. May begin after the first requests and end before the last.</summary>
    public static Recording Record(int seed)
    {
        var service = new GeneratedService(seed);
        var limit = service._random.Next(4) == 0 ? service._random.Next(20, 200) : 5000;
        service.Run(limit);
        var skip = service._random.Next(4) == 0 ? service._random.Next(service._events.Count / 2) : 0;
        ImmutableArray<RecordedEvent> events = [.. service._events.Skip(skip)];
        var process = new RecordedProcess(1, "Generated", "10.0.0", "Linux", "x64", ThreadCount);
        var header = new RecordingHeader("0.1.0", DateTimeOffset.UnixEpoch, process, [], []);
        ImmutableArray<AsyncMethod> methods = [new("<M1Async>d__1", "Generated", "Generated.Service", "M1Async", IsFramework: false)];
        return new Recording(header, events, new RecordingFooter(service._timeNs, new Completeness(events.Length, 0, false, []), methods));
    }

    private void Run(int limit)
    {
        while (_events.Count < limit)
        {
            var thread = _random.Next(ThreadCount);
            _threads[thread] ??= Next(thread)?.GetEnumerator();
            if (_threads[thread] is { } work && !work.MoveNext()) _threads[thread] = null;
            if (_nextRequest > _requestCount && _ready.Count == 0 && Array.TrueForAll(_threads, static t => t is null)) return;
        }
    }

    private IEnumerable<int>? Next(int thread)
    {
        if (_ready.Count > 0 && _random.Next(2) == 0)
        {
            var index = _random.Next(_ready.Count);
            var resumed = _ready[index];
            _ready.RemoveAt(index);
            return Resume(resumed, thread);
        }

        return _nextRequest <= _requestCount ? Connect(thread) : _random.Next(3) == 0 ? Collect(thread) : null;
    }

    // A connection's loop: on the ground for its first request, in a run of the loop's task for the following ones.
    private IEnumerable<int> Connect(int thread) => Arrive(new Invocation(++_nextTask, HostLoop, 0), thread);

    private IEnumerable<int> Arrive(Invocation host, int thread)
    {
        host.HostOf = $"c{_nextRequest}";
        yield return Emit(thread, new(RecordedEventKind.RequestStarted, 0, 0)
        {
            Text = $"/p{_nextRequest++ % 3}",
            Fields = [new(FieldNames.Method, "GET"), new(FieldNames.TraceIdentifier, host.HostOf), new("header:Accept", "*/*")],
        });
        var root = Create();
        foreach (var tick in Go(root, thread)) yield return tick;
        if (!root.IsCompleted)
        {
            foreach (var tick in Suspend(host, root, thread)) yield return tick;
            yield break;
        }

        foreach (var tick in Answer(host, thread)) yield return tick;
    }

    private IEnumerable<int> Answer(Invocation host, int thread)
    {
        yield return Emit(thread, new(RecordedEventKind.RequestStopped, 0, 0)
        {
            Number = _random.Next(5) == 0 ? 500 : 200, Fields = [new(FieldNames.TraceIdentifier, host.HostOf!)],
        });
        if (_nextRequest > _requestCount || _random.Next(2) == 0) yield break;
        foreach (var tick in Arrive(host, thread)) yield return tick;
    }

    private IEnumerable<int> Resume(Invocation invocation, int thread)
    {
        if (invocation.Span is { } span)
        {
            yield return Emit(thread, new(RecordedEventKind.OutgoingStopped, 0, 0) { Number = 200, Fields = [new(FieldNames.Span, span)] });
            invocation.Span = null;
        }

        invocation.Awaited = null;
        yield return Emit(thread, new(RecordedEventKind.WorkBegan, 0, 0) { TaskId = invocation.TaskId });
        foreach (var tick in invocation.HostOf is null ? Go(invocation, thread) : Answer(invocation, thread)) yield return tick;
        yield return Emit(thread, new(RecordedEventKind.WorkEnded, 0, 0));
    }

    private IEnumerable<int> Go(Invocation invocation, int thread)
    {
        while (invocation.AwaitsLeft-- > 0)
        {
            if (_random.Next(8) == 0)
                yield return Emit(thread, new(RecordedEventKind.ExceptionThrown, 0, 0) { Text = "E", Fields = [new(FieldNames.Message, $"{_random.Next(2)}")] });
            var awaited = Choose(invocation);
            if (awaited.Name == Queued && !_live.Contains(awaited))
            {
                _live.Add(awaited);
                yield return Emit(thread, new(RecordedEventKind.TaskScheduled, 0, 0) { TaskId = awaited.TaskId });
                _ready.Add(awaited);
            }
            else if (awaited.Name != Delay && !_live.Contains(awaited))
            {
                _live.Add(awaited);
                invocation.Awaited = awaited; // already now, so that nothing it calls awaits this one
                foreach (var tick in Go(awaited, thread)) yield return tick;
            }

            if (awaited.IsCompleted) continue;
            if (awaited.Name == Delay)
            {
                foreach (var tick in Leaf(invocation, awaited, thread)) yield return tick;
                yield break;
            }

            foreach (var tick in Suspend(invocation, awaited, thread)) yield return tick;
            yield break;
        }

        foreach (var tick in Complete(invocation, thread)) yield return tick;
    }

    // Any task: a wait, a method of its own, or a task that another method, perhaps of another request, began.
    private Invocation Choose(Invocation awaiter)
    {
        var shared = _live.Where(other => other.HasBegun && !other.IsCompleted && other.HostOf is null && !other.Awaits(awaiter)).ToArray();
        if (shared.Length > 0 && _random.Next(4) == 0) return shared[_random.Next(shared.Length)];
        if (_random.Next(6) == 0 && _nextTask < 400) return new Invocation(++_nextTask, Queued, _random.Next(3)) { HasBegun = true };
        if (_random.Next(2) == 0 && _nextTask < 400) return Create();
        return new Invocation(++_nextTask, Delay, 0) { HasBegun = true };
    }

    private Invocation Create() => new(++_nextTask, $"<M{_random.Next(4)}Async>d__1", _random.Next(4));

    private IEnumerable<int> Leaf(Invocation invocation, Invocation delay, int thread)
    {
        if (_random.Next(3) == 0)
        {
            invocation.Span = $"s{delay.TaskId}";
            yield return Emit(thread, new(RecordedEventKind.OutgoingStarted, 0, 0)
            {
                Text = "http://u/", Fields = [new(FieldNames.Method, "GET"), new(FieldNames.Span, invocation.Span)],
            });
        }

        yield return Emit(thread, new(RecordedEventKind.OperationBegan, 0, 0) { TaskId = delay.TaskId, Text = delay.Name });
        foreach (var tick in Suspend(invocation, delay, thread)) yield return tick;
        _ready.Add(invocation);
    }

    private IEnumerable<int> Suspend(Invocation invocation, Invocation awaited, int thread)
    {
        invocation.Awaited = awaited;
        if (!invocation.HasBegun)
            yield return Emit(thread, new(RecordedEventKind.OperationBegan, 0, 0) { TaskId = invocation.TaskId, Text = invocation.Name });
        invocation.HasBegun = true;
        yield return Emit(thread, new(RecordedEventKind.WaitBegan, 0, 0) { TaskId = awaited.TaskId, RelatedTaskId = invocation.TaskId });
        // It may have completed on another thread since it was looked at.
        if (awaited.IsCompleted) _ready.Add(invocation);
        else awaited.Awaiters.Add(invocation);
    }

    // Those that await it run inside the completing run, or are queued to run elsewhere.
    private IEnumerable<int> Complete(Invocation invocation, int thread)
    {
        invocation.IsCompleted = true;
        if (!invocation.HasBegun) yield break;
        yield return Emit(thread, new(RecordedEventKind.OperationEnded, 0, 0) { TaskId = invocation.TaskId, Number = _random.Next(6) == 0 ? 3 : 1 });
        foreach (var awaiter in invocation.Awaiters)
        {
            if (_random.Next(3) > 0)
            {
                foreach (var tick in Resume(awaiter, thread)) yield return tick;
                continue;
            }

            yield return Emit(thread, new(RecordedEventKind.TaskScheduled, 0, 0) { TaskId = awaiter.TaskId });
            _ready.Add(awaiter);
        }
    }

    private IEnumerable<int> Collect(int thread)
    {
        yield return Emit(thread, new(RecordedEventKind.GcPauseBegan, 0, 0));
        yield return Emit(thread, new(RecordedEventKind.GcPauseEnded, 0, 0));
    }

    private int Emit(int thread, RecordedEvent e)
    {
        _timeNs += _random.Next(4) * 1000;
        _events.Add(e with { TimeNs = _timeNs, ThreadId = 100 + thread });
        return _events.Count;
    }
}
