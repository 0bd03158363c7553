using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>Walks through a recording's events once, in order.</summary>
internal sealed class CausalWalk(HashSet<int> hostTasks, OwnershipLog? log = null)
{
    private readonly Dictionary<int, TaskState> _tasks = [];
    private readonly Dictionary<long, ThreadState> _threads = [];
    private readonly List<StepState> _steps = [];
    private readonly ImmutableArray<AwaitEdge>.Builder _awaits = ImmutableArray.CreateBuilder<AwaitEdge>();
    private readonly RequestBook _requests = new();
    private readonly OutgoingBook _outgoing = new();
    private readonly DatabaseBook _commands = new();
    private readonly GcPauseBook _pauses = new();
    private readonly LossMarks _losses = new();
    private readonly OpenRuns _openRuns = new();
    private RecordingTier _tier = RecordingTier.Tasks;

    /// <summary>Takes the next event.</summary>
    internal void Take(in RecordedEvent e, int index)
    {
        var frame = ThreadOf(e).Top;
        var actor = frame.Request;
        int? about = null;
        switch (e.Kind)
        {
            case RecordedEventKind.RequestStarted: about = StartRequest(e, index).Number; break;
            case RecordedEventKind.RequestStopped: about = StopRequest(e)?.Number; break;
            case RecordedEventKind.OperationBegan: BeginOperation(e); break;
            case RecordedEventKind.OperationEnded: EndOperation(e); break;
            case RecordedEventKind.WorkBegan: BeginWork(e, index); break;
            case RecordedEventKind.WorkEnded: EndWork(e, index); break;
            case RecordedEventKind.WaitBegan: BeginWait(e); break;
            case RecordedEventKind.TaskScheduled: ScheduleTask(e); break;
            case RecordedEventKind.OutgoingStarted: _outgoing.Start(e, Touch(ThreadOf(e).Top)); break;
            case RecordedEventKind.OutgoingStopped: about = _outgoing.Stop(e); break;
            case RecordedEventKind.DatabaseStarted: _commands.Start(e, Touch(ThreadOf(e).Top)); break;
            case RecordedEventKind.DatabaseStopped: about = _commands.Stop(e, ThreadOf(e).Top.Request); break;
            // Without steps nothing says on whose behalf a thread runs, once the request that arrived there has suspended.
            case RecordedEventKind.ExceptionThrown when _tier != RecordingTier.Requests: ExceptionFilter.Take(e, ThreadOf(e).Top); break;
            case RecordedEventKind.GcPauseBegan: _pauses.Begin(e.TimeNs); break;
            case RecordedEventKind.GcPauseEnded: _pauses.End(e.TimeNs); break;
            case RecordedEventKind.EventsLost: _losses.Take(e); break;
            case RecordedEventKind.TierChanged: ChangeTier(e, index); break;
        }

        if (log is not null) Note(e, index, (frame, actor?.Number, about));
    }

    /// <summary>Ends the walk.</summary>
    /// <param name="endNs">When the recording's last event happened.</param>
    internal CausalGraph Finish(long endNs)
    {
        foreach (var frame in _threads.Values.SelectMany(static thread => thread.Frames)) CloseFrame(frame, endNs);
        var ordered = _steps.OrderBy(static step => step.BeginNs).ThenBy(static step => step.ThreadId).ThenBy(static step => step.EventIndex);
        ImmutableArray<RecordedStep> steps = [.. ordered.Select(static (step, index) => step.Finish(index))];
        var requests = _losses.Mark(_requests.Finish(), endNs);
        return new CausalGraph(requests, steps, _awaits.ToImmutable(), _outgoing.Finish(), _pauses.Finish()) { DatabaseCommands = _commands.Finish() };
    }

    private RequestState StartRequest(in RecordedEvent e, int index)
    {
        var top = ThreadOf(e).Top;
        top.Leave(e.TimeNs, isExact: false); // the recording lacks the stop of the one before
        var request = _requests.Start(e);
        request.Arrival = Add(new StepState(request, null, index) { ThreadId = e.ThreadId, BeginNs = e.TimeNs });
        top.Enter(request);
        return request;
    }

    private RequestState? StopRequest(in RecordedEvent e)
    {
        var top = ThreadOf(e).Top;
        if (_requests.Stop(e, top.Arriving) is not { } request) return null;
        foreach (var frame in request.ArrivalFrames.ToArray()) frame.Leave(e.TimeNs, isExact: frame == top);
        return request;
    }

    private void BeginOperation(in RecordedEvent e)
    {
        var top = ThreadOf(e).Top;
        if (hostTasks.Contains(e.TaskId))
        {
            top.Leave(e.TimeNs, isExact: false); // the host's own loop suspends: the request's part of this run is over
            TaskOf(e.TaskId).Make(null, e.Text);
            return;
        }

        TaskOf(e.TaskId).Make(Touch(top), e.Text);
        top.ArrivalActiveNs = e.TimeNs;
    }

    private void ScheduleTask(in RecordedEvent e)
    {
        var top = ThreadOf(e).Top;
        var task = TaskOf(e.TaskId);
        if (!task.IsMade) task.Make(Touch(top), null);
        if (task.Owner == top.Request) top.ArrivalActiveNs = e.TimeNs;
    }

    private void EndOperation(in RecordedEvent e)
    {
        var task = TaskOf(e.TaskId);
        task.HasFailed = e.Number == 3;
        // An async method's result is set after the last of its own code, before anything that waits for it runs.
        if (_openRuns.Of(e.TaskId) is { } run && ThreadOf(e).Holds(run)) run.Step?.End(e.TimeNs);
    }

    private void BeginWait(in RecordedEvent e)
    {
        _awaits.Add(new AwaitEdge(e.RelatedTaskId, e.TaskId, e.TimeNs));
        var awaited = TaskOf(e.TaskId);
        var awaiter = TaskOf(e.RelatedTaskId);
        awaiter.Awaited = awaited;
        if (awaited.AwaiterTaskId == 0) awaited.AwaiterTaskId = awaiter.Id;
        var top = ThreadOf(e).Top;
        if (top.Task == awaiter) top.SuspendedNs = e.TimeNs;
        if (hostTasks.Contains(awaiter.Id)) top.Leave(e.TimeNs, isExact: false);
        else if (Touch(top) is { } request && awaiter.Owner == request) top.ArrivalActiveNs = e.TimeNs;
    }

    private void BeginWork(in RecordedEvent e, int index)
    {
        var task = TaskOf(e.TaskId);
        if (_openRuns.Of(e.TaskId) is { } stale) AbandonStale(stale, e.TimeNs, index);
        var run = new Frame(task) { BeginIndex = index, ThrowsAgain = task.Awaited is { HasFailed: true } };
        if (task.Owner is { } owner)
        {
            if (IsHandover(task)) run.Enter(owner);
            else run.Step = Add(new StepState(owner, task, index) { ThreadId = e.ThreadId, BeginNs = e.TimeNs });
            task.HasRun = true;
        }

        task.Awaited = null;
        ThreadOf(e).Push(run);
        _openRuns.Add(e.TaskId, run, e.ThreadId);
    }

    private void EndWork(in RecordedEvent e, int index)
    {
        if (ThreadOf(e).Pop() is not { } run) return;
        run.CloseIndex = index;
        CloseFrame(run, e.TimeNs);
        if (run.Task is { } task) _openRuns.Remove(task.Id);
    }

    // What happened between two sessions is not known: no run that was open before is known to be open after.
    private void ChangeTier(in RecordedEvent e, int index)
    {
        _tier = (RecordingTier)e.Number;
        foreach (var frame in _threads.Values.SelectMany(static thread => thread.Frames))
        {
            frame.CloseIndex = index;
            CloseFrame(frame, e.TimeNs);
            if (frame.Task is { } task) _openRuns.Remove(task.Id);
        }

        _threads.Clear();
    }

    // A task runs once at a time: that it begins again proves that the end of its last run was lost, and of all that ran inside it.
    private void AbandonStale(Frame stale, long timeNs, int index)
    {
        var thread = _threads[_openRuns.ThreadOf(stale.Task!.Id)];
        while (thread.Holds(stale) && thread.Pop() is { } run)
        {
            run.CloseIndex = index;
            CloseFrame(run, timeNs);
            _openRuns.Remove(run.Task!.Id);
        }
    }

    private static bool IsHandover(TaskState task) =>
        !task.HasRun && task.Name is { } name && name.Contains(CausalGraphBuilder.HandoverMethod, StringComparison.Ordinal);

    private static void CloseFrame(Frame frame, long timeNs)
    {
        frame.Step?.End(frame.SuspendedNs ?? timeNs);
        frame.Leave(timeNs, isExact: false);
    }

    // What the request does in this run, other than throwing, makes its next exception a new one.
    private static RequestState? Touch(Frame frame)
    {
        if (frame.Request is { } request) request.FreshException = null;
        return frame.Request;
    }

    // What the event is about: the request that acted, or whose tasks it concerns. A run is its task's alone, whoever runs beneath it.
    private void Note(in RecordedEvent e, int index, (Frame Frame, int? Actor, int? About) context)
    {
        log!.AddTask(e, index);
        log.AddRequest(context.About, index);
        if (e.Kind is RecordedEventKind.WorkEnded || IsOfProcess(e.Kind)) return;
        log.SetFrame(index, e.Kind is RecordedEventKind.WorkBegan ? ThreadOf(e).Top : context.Frame);
        if (e.Kind is RecordedEventKind.RequestStarted or RecordedEventKind.RequestStopped or RecordedEventKind.OutgoingStopped or RecordedEventKind.DatabaseStopped) return;
        if (e.Kind is not (RecordedEventKind.WorkBegan or RecordedEventKind.OperationEnded)) log.AddRequest(context.Actor, index);
        log.AddRequest(OwnerOf(e.TaskId), index);
        if (e.Kind is RecordedEventKind.WaitBegan) log.AddRequest(OwnerOf(e.RelatedTaskId), index);
    }

    private static bool IsOfProcess(RecordedEventKind kind) => kind
        is RecordedEventKind.GcPauseBegan or RecordedEventKind.GcPauseEnded or RecordedEventKind.EventsLost or RecordedEventKind.TierChanged
        or RecordedEventKind.PoolResized;

    private int? OwnerOf(int taskId) => _tasks.TryGetValue(taskId, out var task) ? task.Owner?.Number : null;

    private StepState Add(StepState step)
    {
        _steps.Add(step);
        return step;
    }

    private TaskState TaskOf(int id)
    {
        if (!_tasks.TryGetValue(id, out var task)) _tasks.Add(id, task = new TaskState(id));
        return task;
    }

    private ThreadState ThreadOf(in RecordedEvent e)
    {
        if (!_threads.TryGetValue(e.ThreadId, out var thread)) _threads.Add(e.ThreadId, thread = new ThreadState());
        return thread;
    }
}
