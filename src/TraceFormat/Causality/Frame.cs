namespace ReplayKit.TraceFormat.Causality;

/// <summary>
/// One run of a task's code on a thread, or the ground of a thread: what runs there outside of any bracketed run, such as a
/// connection's work item in which a request arrives.
/// </summary>
internal sealed class Frame(TaskState? task)
{
    private RequestState? _arriving;
    private RequestState? _outer;

    internal TaskState? Task { get; } = task;

    /// <summary>Position of the event that began this run; -1 for a thread's ground.</summary>
    internal int BeginIndex { get; init; } = -1;

    /// <summary>Position of the event by which this run is known to be over; -1 for none.</summary>
    internal int CloseIndex { get; set; } = -1;

    /// <summary>The request that runs here now.</summary>
    internal RequestState? Request { get; private set; } = task?.Owner;

    /// <summary>The step that this run is; null for runs on behalf of nobody.</summary>
    internal StepState? Step { get; set; }

    /// <summary>When the own task last began to wait in this run.</summary>
    internal long? SuspendedNs { get; set; }

    /// <summary>When the arriving request last began an operation or a wait in this run.</summary>
    internal long? ArrivalActiveNs { get; set; }

    /// <summary>Whether the task had awaited a task that failed, so that this run throws its exception again.</summary>
    internal bool ThrowsAgain { get; set; }

    /// <summary>The request that arrived in this run and has not suspended or stopped yet.</summary>
    internal RequestState? Arriving => _arriving;

    /// <summary>A request arrives in this run, or continues to.</summary>
    internal void Enter(RequestState request)
    {
        if (_arriving is null) _outer = Request;
        _arriving = request;
        Request = request;
        ArrivalActiveNs = null;
        request.ArrivalFrames.Add(this);
    }

    /// <summary>The arrival is over here: the thread is the host's again.</summary>
    /// <param name="timeNs">When the arrival's step ends, unless the request's own last act here tells better.</param>
    /// <param name="isExact">Whether <paramref name="timeNs"/> is the end.</param>
    internal void Leave(long timeNs, bool isExact)
    {
        if (_arriving is not { } request) return;
        request.Arrival?.Extend(isExact ? timeNs : ArrivalActiveNs ?? timeNs);
        request.ArrivalFrames.Remove(this);
        _arriving = null;
        Request = _outer;
        _outer = null;
    }
}
