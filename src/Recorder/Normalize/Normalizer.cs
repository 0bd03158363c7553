using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Turns raw events into recorded ones by <see cref="EventTable"/>, and counts those that no rule names.</summary>
/// <remarks>Reads no clock and does no I/O. Not safe for use by several threads.</remarks>
public sealed class Normalizer
{
    private const string HostSource = "Microsoft.AspNetCore";

    private readonly RuleContext _context;
    private readonly Dictionary<(RawProvider Provider, int Id), long> _unknown = [];
    private readonly FrozenDictionary<string, EventRule>.AlternateLookup<ReadOnlySpan<char>> _bridged =
        EventTable.ByBridgedName.GetAlternateLookup<ReadOnlySpan<char>>();

    private long _malformedCount;
    private long _filterReplacedCount;
    private bool _hasRequest;

    /// <summary>Makes one.</summary>
    /// <param name="redactor">Replaces what must not reach the disk.</param>
    public Normalizer(Redactor redactor) => _context = new RuleContext(redactor, new NameCache());

    /// <summary>What was counted so far, most frequent first. May be asked from any thread.</summary>
    public ImmutableArray<UnknownEvents> Unknown
    {
        get
        {
            KeyValuePair<(RawProvider Provider, int Id), long>[] unknown;
            lock (_unknown) unknown = [.. _unknown];
            var named = unknown.Select(static pair => new UnknownEvents(NameOf(pair.Key), pair.Value));
            if (_malformedCount > 0) named = named.Append(new UnknownEvents("malformed payload", _malformedCount));
            if (_filterReplacedCount > 0) named = named.Append(new UnknownEvents("another session replaced the DiagnosticSource filter", _filterReplacedCount));
            return [.. named.OrderByDescending(static unknown => unknown.Count).ThenBy(static unknown => unknown.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Another session of the same recording begins: its filter is ours too.</summary>
    public void BeginSession() => _hasRequest = false;

    /// <summary>Turns one event.</summary>
    /// <param name="raw">The event.</param>
    /// <param name="recorded">What the recording keeps of it; without meaning unless the outcome is <see cref="NormalizeOutcome.Kept"/>.</param>
    public NormalizeOutcome Normalize(in RawEvent raw, out RecordedEvent recorded)
    {
        recorded = new RecordedEvent(RecordedEventKind.None, raw.TimeNs, raw.ThreadId);
        var payload = new PayloadReader(raw.Payload);
        if (!TryFindRule(raw, ref payload, out var rule)) return CountUnknown(raw);
        if (rule is null) return NormalizeOutcome.Ignored;
        var isNeeded = rule(ref payload, _context, ref recorded);
        _hasRequest |= recorded.Kind == RecordedEventKind.RequestStarted;
        if (!payload.IsPastEnd) return isNeeded ? NormalizeOutcome.Kept : NormalizeOutcome.Ignored;
        _malformedCount++;
        return NormalizeOutcome.Malformed;
    }

    // A bridged event without a rule is not ours: the bridge is one per process, and another session's filter may be in force beside ours.
    private bool TryFindRule(in RawEvent raw, ref PayloadReader payload, out EventRule? rule)
    {
        rule = null;
        if (raw.Provider != RawProvider.DiagnosticSource) return EventTable.ById.TryGetValue((raw.Provider, raw.Id), out rule);
        var source = payload.ReadString();
        var name = payload.ReadString();
        if (payload.IsPastEnd) NoteAnnouncement(source);
        else _bridged.TryGetValue(name, out rule);
        return true;
    }

    // The bridge announces its sources when a filter is set. The host's source exists since before the first request, so that an
    // announcement after it is of another session's filter, which the runtime puts in the place of ours: requests may be missing from then on.
    private void NoteAnnouncement(ReadOnlySpan<char> source)
    {
        if (_hasRequest && source is HostSource) _filterReplacedCount++;
    }

    private NormalizeOutcome CountUnknown(in RawEvent raw)
    {
        var key = (raw.Provider, raw.Id);
        lock (_unknown) _unknown[key] = _unknown.GetValueOrDefault(key) + 1;
        return NormalizeOutcome.Unknown;
    }

    private static string NameOf((RawProvider Provider, int Id) key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Provider}/{key.Id}");
}
