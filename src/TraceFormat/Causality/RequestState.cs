using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>A request while its recording is walked through.</summary>
internal sealed class RequestState(RecordedEvent started, int number)
{
    private readonly Dictionary<string, int> _invocations = new(StringComparer.Ordinal);
    private readonly List<RecordedException> _exceptions = [];

    internal int Number { get; } = number;

    internal long? StopNs { get; private set; }

    internal long? Status { get; private set; }

    internal bool IsAborted { get; private set; }

    internal string TraceIdentifier => started.Field(FieldNames.TraceIdentifier) ?? "";

    /// <summary>The step that began with its arrival.</summary>
    internal StepState? Arrival { get; set; }

    /// <summary>Runs in which the request's arrival still goes on.</summary>
    internal List<Frame> ArrivalFrames { get; } = [];

    /// <summary>The exception thrown last, unless other things of this request happened since.</summary>
    internal RecordedException? FreshException { get; set; }

    internal RecordedException? LastException => _exceptions.Count == 0 ? null : _exceptions[^1];

    internal void Stop(in RecordedEvent e)
    {
        StopNs = e.TimeNs;
        Status = e.Number;
        IsAborted = e.Field(FieldNames.Aborted) is not null;
    }

    internal void AddException(RecordedException thrown) => _exceptions.Add(thrown);

    internal int NextInvocation(string method) => _invocations[method] = _invocations.GetValueOrDefault(method) + 1;

    internal RecordedRequest Finish() => new()
    {
        Number = Number,
        TraceIdentifier = TraceIdentifier,
        Method = started.Field(FieldNames.Method) ?? "",
        Path = started.Text ?? "",
        Query = started.Field(FieldNames.Query) ?? "",
        Headers = Headers(),
        StartNs = started.TimeNs,
        StopNs = StopNs,
        Status = Status is >= 0 and <= int.MaxValue ? (int)Status : null,
        Exceptions = [.. _exceptions],
        IsAborted = IsAborted,
    };

    private ImmutableArray<RecordedField> Headers()
    {
        if (started.Fields.IsDefaultOrEmpty) return [];
        return [.. started.Fields
            .Where(static field => field.Name.StartsWith(FieldNames.HeaderPrefix, StringComparison.Ordinal))
            .Select(static field => field with { Name = field.Name[FieldNames.HeaderPrefix.Length..] })];
    }
}
