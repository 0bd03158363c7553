using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>
/// Tells a new exception from one that is thrown again. Each await of a failed task and each <c>throw;</c> raises an event of its own; a
/// request that failed once would else show as many exceptions as it had callers.
/// </summary>
internal static class ExceptionFilter
{
    private const long ThrownAgainFlag = 4;

    /// <summary>Takes an exception event that happened in a run.</summary>
    internal static void Take(in RecordedEvent e, Frame run)
    {
        if (run.Request is not { } request) return;
        var thrown = new RecordedException(e.TimeNs, e.Text ?? "", e.Field(FieldNames.Message) ?? "");
        var known = run.ThrowsAgain || (e.Number & ThrownAgainFlag) != 0 ? request.LastException : request.FreshException;
        run.ThrowsAgain = false;
        if (known is not null && known.Type == thrown.Type && known.Message == thrown.Message) return;
        request.AddException(thrown);
        request.FreshException = thrown;
    }
}
