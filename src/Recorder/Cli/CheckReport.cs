using System.Collections.Immutable;
using System.Text.Json;
using ReplayKit.Recorder.Checking;

namespace ReplayKit.Recorder.Cli;

/// <summary>What a check found, for a person or a program. Secrets are told by kind and place, and never printed.</summary>
public sealed class CheckReport
{
    private const string Schema = "replaykit.check/1";
    private const int OnTerminalMax = 50;

    private readonly string _path;
    private readonly CheckResult _result;
    private readonly ImmutableArray<FindingKind> _allowed;
    private readonly Finding[] _secrets;

    /// <summary>Prepares to tell.</summary>
    /// <param name="path">What was checked, as the user named it.</param>
    /// <param name="result">What was found.</param>
    /// <param name="allowed">Kinds that are told and do not count.</param>
    public CheckReport(string path, CheckResult result, ImmutableArray<FindingKind> allowed)
    {
        ArgumentNullException.ThrowIfNull(result);
        _path = path;
        _result = result;
        _allowed = allowed;
        _secrets = [.. result.Findings.Where(static finding => FindingKinds.IsSecret(finding.Kind))];
    }

    /// <summary>Whether nothing was found but what is allowed.</summary>
    public bool IsClean => _result.UnlistedCount == 0 && _result.Findings.All(IsAllowed);

    /// <summary>Tells a person.</summary>
    /// <param name="terminal">Where to.</param>
    public void WriteText(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        terminal.WriteLine(_path);
        Fact(terminal, "integrity", Integrity());
        Fact(terminal, "completeness", CompletenessText.Describe(_result.Completeness) + Note(FindingKind.Lossy, FindingKind.CutShort));
        Fact(terminal, "secrets", SecretsInWords());
        if (_secrets.Length > 0) WriteSecrets(terminal);
    }

    /// <summary>Tells a program.</summary>
    /// <param name="json">Where to: the members of an object.</param>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("schema", Schema);
        json.WriteString("path", _path);
        json.WriteBoolean("isClean", IsClean);
        json.WriteNumber("events", _result.EventCount);
        ShowJson.WriteCompleteness(json, _result.Completeness);
        json.WriteStartArray("findings");
        foreach (var finding in _result.Findings) WriteJson(json, finding);
        json.WriteEndArray();
        json.WriteNumber("unlisted", _result.UnlistedCount);
    }

    private void WriteJson(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", FindingKinds.Name(finding.Kind));
        json.WriteString("what", finding.What);
        json.WriteString("where", finding.Where);
        if (finding.EventIndex is { } index) json.WriteNumber("event", index);
        else json.WriteNull("event");
        if (finding.TimeNs is { } time) json.WriteNumber("timeNs", time);
        else json.WriteNull("timeNs");
        json.WriteNumber("count", finding.Count);
        json.WriteBoolean("isAllowed", IsAllowed(finding));
        json.WriteEndObject();
    }

    private void WriteSecrets(Terminal terminal)
    {
        terminal.WriteLine();
        var table = new TextTable(new("kind"), new("what"), new("where", IsFlexible: true), new("event", IsRightAligned: true), new("times", IsRightAligned: true));
        var shown = terminal.IsInteractive ? Math.Min(_secrets.Length, OnTerminalMax) : _secrets.Length;
        foreach (var secret in _secrets.Take(shown))
        {
            table.Add(FindingKinds.Name(secret.Kind) + (IsAllowed(secret) ? " (allowed)" : ""), secret.What, secret.Where, $"{secret.EventIndex}", CompletenessText.Count(secret.Count));
        }

        table.Write(terminal, indent: 2);
        var more = _secrets.Length - shown + _result.UnlistedCount;
        if (more > 0) terminal.WriteLine($"  … and {CompletenessText.Count(more)} more");
        terminal.WriteLine();
        if (_secrets.Any(static secret => secret.EventIndex is not null)) terminal.WriteLine($"See one:   replaykit show {ShellText.Quote(_path)} --events");
        terminal.WriteLine("Be rid of: record again with --redact NAME for each header or parameter, or cut an incident without those requests (--only).");
    }

    private string Integrity()
    {
        var disagreements = _result.Findings.Where(static finding => finding.Kind == FindingKind.Inconsistent).Select(static finding => finding.What).ToArray();
        return disagreements.Length == 0
            ? $"whole: {CompletenessText.Count(_result.EventCount, "event")}, every checksum right, in order"
            : $"INCONSISTENT: {string.Join("; ", disagreements)}{Note(FindingKind.Inconsistent)}";
    }

    private string SecretsInWords()
    {
        var count = _secrets.Length + _result.UnlistedCount;
        return count == 0 ? "none found" : $"{CompletenessText.Count(count)} FOUND";
    }

    private string Note(params FindingKind[] kinds) =>
        _result.Findings.Any(finding => kinds.Contains(finding.Kind) && IsAllowed(finding)) ? " (allowed)" : "";

    private bool IsAllowed(Finding finding) => _allowed.Contains(finding.Kind);

    private static void Fact(Terminal terminal, string name, string value) => terminal.WriteLine($"  {name,-14}{value}");
}
