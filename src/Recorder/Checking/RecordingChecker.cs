using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Checking;

/// <summary>Checks a recording while its events pass by, once and in order: whether it is whole, agrees with itself, and holds secrets.</summary>
/// <remarks>Pure, and in bounded memory whatever the length of the file.</remarks>
public sealed class RecordingChecker
{
    private readonly FindingBook _book = new();
    private readonly EventSecrets _secrets;
    private readonly HashSet<long> _numbers = [];
    private long _count;
    private long _lastNs;
    private bool _isDisordered;

    /// <summary>Begins to check.</summary>
    public RecordingChecker() => _secrets = new EventSecrets(_book);

    /// <summary>Takes the next event.</summary>
    /// <param name="recorded">The event.</param>
    public void Take(in RecordedEvent recorded)
    {
        if (recorded.TimeNs < _lastNs && !_isDisordered)
        {
            _isDisordered = true;
            _book.Add(new Finding(FindingKind.Inconsistent, "an event stands behind a later one", "") { EventIndex = _count, TimeNs = recorded.TimeNs });
        }

        _lastNs = recorded.TimeNs;
        if (recorded is { Kind: RecordedEventKind.RequestStarted, Number: > 0 }) _numbers.Add(recorded.Number);
        _secrets.Look(_count++, recorded);
    }

    /// <summary>Ends the check of a recording.</summary>
    /// <param name="footer">What the file says of itself.</param>
    /// <param name="incident">The description, when it is an incident's recording.</param>
    public CheckResult Complete(RecordingFooter footer, Incident? incident)
    {
        var own = footer.Completeness;
        // An incident holds part of a recording: what is missing is told of all of it, in the description.
        var completeness = incident is null ? own : incident.Completeness with { IsCutShort = incident.Completeness.IsCutShort || own.IsCutShort };
        var about = ImmutableArray.CreateBuilder<Finding>();
        if (completeness.IsCutShort) about.Add(new Finding(FindingKind.CutShort, "the end is missing", ""));
        if (completeness.EventsLost > 0) about.Add(new Finding(FindingKind.Lossy, "events were lost", "") { Count = completeness.EventsLost });
        if (own.EventsKept != _count) about.Add(Disagreement($"{_count} events are there, and {own.EventsKept} were counted when it was written"));
        if (incident is not null)
        {
            CheckDescription(incident, about);
            LookThrough(incident);
        }

        return new CheckResult(completeness, _count, about.Concat(_book.ToImmutable()).ToImmutableArray(), _book.UnlistedCount);
    }

    private void CheckDescription(Incident incident, ImmutableArray<Finding>.Builder about)
    {
        var told = incident.Requests.Select(NumberOf).ToHashSet();
        if (told.Except(_numbers).Order().FirstOrDefault() is > 0 and var missing) about.Add(Disagreement($"request {missing} of the description is not in the recording"));
        if (_numbers.Except(told).Order().FirstOrDefault() is > 0 and var untold) about.Add(Disagreement($"request {untold} of the recording is not in the description"));
    }

    private void LookThrough(Incident incident)
    {
        _secrets.LookThrough("title of the incident", incident.Title);
        _secrets.LookThrough("symptom of the incident", incident.Symptom.Detail);
        foreach (var request in incident.Requests) _secrets.LookThrough("requests of the description", request);
    }

    // "r17 GET /price/42"
    private static long NumberOf(string request)
    {
        var digits = request.AsSpan().TrimStart('r');
        var space = digits.IndexOf(' ');
        return long.TryParse(space < 0 ? digits : digits[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static Finding Disagreement(string what) => new(FindingKind.Inconsistent, what, "");
}
