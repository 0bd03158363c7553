using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Checking;

/// <summary>Looks for secrets in the texts of events.</summary>
public sealed class EventSecrets
{
    // A service has the same hosts, agents and commands in every request. Forgotten all at once when there are more.
    private const int CleanCountMax = 1 << 15;

    private readonly SecretScanner _scanner = new();
    private readonly HashSet<(string Where, string Text)> _clean = [];
    private readonly FindingBook _book;

    /// <summary>Begins to look.</summary>
    /// <param name="book">Where findings go.</param>
    public EventSecrets(FindingBook book) => _book = book;

    /// <summary>Looks through one event.</summary>
    /// <param name="index">Its place in the total order.</param>
    /// <param name="recorded">The event.</param>
    public void Look(long index, in RecordedEvent recorded)
    {
        var place = (index, recorded.TimeNs);
        switch (recorded.Kind)
        {
            case RecordedEventKind.RequestStarted: Look("path of a request", recorded.Text, place, SecretScanner.Text); break;
            case RecordedEventKind.OutgoingStarted or RecordedEventKind.OutgoingStopped: Look("outgoing URI", recorded.Text, place, _scanner.Uri); break;
            case RecordedEventKind.DatabaseStarted: Look("database command", recorded.Text, place, SecretScanner.Text); break;
        }

        if (recorded.Fields.IsDefaultOrEmpty) return;
        foreach (var field in recorded.Fields) Look(field, place);
    }

    /// <summary>Looks through the text of a description.</summary>
    /// <param name="where">What it is, in words.</param>
    /// <param name="text">The text.</param>
    public void LookThrough(string where, string text) => Look(where, text, null, _scanner.Uri);

    private void Look(RecordedField field, (long, long) place)
    {
        if (field.Name.StartsWith(FieldNames.HeaderPrefix, StringComparison.Ordinal))
        {
            var header = field.Name[FieldNames.HeaderPrefix.Length..];
            Look($"header {header}", field.Value, place, value => _scanner.Header(header, value));
            return;
        }

        switch (field.Name)
        {
            case FieldNames.Query: Look("query of a request", field.Value, place, _scanner.Query); break;
            case FieldNames.Message: Look("message of an exception", field.Value, place, SecretScanner.Text); break;
        }
    }

    private void Look(string where, string? text, (long Index, long TimeNs)? place, Func<string, IEnumerable<SecretMatch>> scan)
    {
        if (string.IsNullOrEmpty(text) || _clean.Contains((where, text))) return;
        var isClean = true;
        foreach (var match in scan(text))
        {
            isClean = false;
            _book.Add(match, where, place);
        }

        if (!isClean) return;
        if (_clean.Count >= CleanCountMax) _clean.Clear();
        _clean.Add((where, text));
    }
}
