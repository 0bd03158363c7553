namespace ReplayKit.TraceFormat.Causality;

/// <summary>A step while its recording is walked through.</summary>
internal sealed class StepState(RequestState request, TaskState? task, int eventIndex)
{
    private readonly int _invocation = task?.Invocation ?? 0;
    private readonly int _resumption = task is null ? 0 : ++task.Resumptions;
    private readonly string _awaited = task?.Awaited?.Name ?? "";

    internal required long ThreadId { get; init; }

    internal required long BeginNs { get; init; }

    internal long? EndNs { get; private set; }

    internal int EventIndex { get; } = eventIndex;

    /// <summary>Sets the end; the first word counts.</summary>
    internal void End(long timeNs) => EndNs ??= Math.Max(timeNs, BeginNs);

    /// <summary>Sets the end anew when the step goes on elsewhere.</summary>
    internal void Extend(long timeNs) => EndNs = Math.Max(timeNs, EndNs ?? BeginNs);

    internal RecordedStep Finish(int index) => new()
    {
        Index = index,
        Request = request.Number,
        Method = task is null ? "" : task.Name ?? TaskState.Unnamed,
        TaskId = task?.Id ?? 0,
        AwaiterTaskId = task?.AwaiterTaskId ?? 0,
        Invocation = _invocation,
        Resumption = _resumption,
        Awaited = _awaited,
        ThreadId = ThreadId,
        BeginNs = BeginNs,
        EndNs = EndNs ?? BeginNs,
    };
}
