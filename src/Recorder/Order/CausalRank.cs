using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>Which of two events of one task, on different threads at one instant, must have been first.</summary>
/// <remarks>
/// A task is created, then queued or made to wait, then it runs, then it completes. Only the clock's resolution can put two of these at
/// one instant on two threads.
/// </remarks>
public static class CausalRank
{
    /// <summary>The task whose life the event is a station of; 0 for none.</summary>
    public static int Task(in RecordedEvent e) => e.Kind switch
    {
        RecordedEventKind.OperationBegan or RecordedEventKind.TaskScheduled or RecordedEventKind.TaskStarted or RecordedEventKind.WorkBegan
            or RecordedEventKind.OperationEnded or RecordedEventKind.TaskCompleted => e.TaskId,
        RecordedEventKind.WaitBegan => e.RelatedTaskId,
        _ => 0,
    };

    /// <summary>The station: a lower one comes first.</summary>
    public static int Of(in RecordedEvent e) => e.Kind switch
    {
        RecordedEventKind.OperationBegan => 0,
        RecordedEventKind.TaskScheduled or RecordedEventKind.WaitBegan => 1,
        RecordedEventKind.TaskStarted => 2,
        RecordedEventKind.WorkBegan => 3,
        _ => 4,
    };
}
