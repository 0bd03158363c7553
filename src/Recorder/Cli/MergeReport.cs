using System.Globalization;
using System.Text.Json;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>What the parts of a search came to together, for a person or a program.</summary>
public sealed class MergeReport
{
    private const string Schema = "replaykit.merge/1";
    private readonly Certificate _whole;
    private readonly int _parts;
    private readonly string? _output;

    /// <summary>Prepares to tell.</summary>
    /// <param name="whole">The whole.</param>
    /// <param name="parts">How many parts it is made of.</param>
    /// <param name="output">Where it was written; null for nowhere.</param>
    public MergeReport(Certificate whole, int parts, string? output)
    {
        ArgumentNullException.ThrowIfNull(whole);
        _whole = whole;
        _parts = parts;
        _output = output;
    }

    /// <summary>Tells a person.</summary>
    /// <param name="terminal">Where to.</param>
    public void WriteText(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        terminal.WriteLine($"{_whole.Incident}, {_whole.Test}");
        Fact(terminal, "parts", $"{_parts}, all there are");
        Fact(terminal, "asked for", Asked());
        Fact(terminal, "passed", $"{Number(_whole.Passed)}{BySwaps()}, in {_whole.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s of all parts together");
        Fact(terminal, "complete", _whole.IsComplete ? "yes" : "NO");
        foreach (var open in _whole.NotCovered) Fact(terminal, "not covered", $"{Number(open.Count)}: {open.Reason}{(open.Example.Length > 0 ? $" ({open.Example})" : "")}");
        if (_whole.Failure is { } failure)
        {
            Fact(terminal, "FAILS", failure.Description);
            terminal.WriteLine();
            foreach (var line in failure.Message.Split('\n')) terminal.WriteLine(line.TrimEnd('\r'));
        }

        if (_output is not null) Fact(terminal, "written", _output);
    }

    /// <summary>Tells a program.</summary>
    /// <param name="json">Where to: the members of an object.</param>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("schema", Schema);
        json.WriteString("kind", _whole.Kind == CertificateKind.Certify ? "certify" : "search");
        json.WriteString("incident", _whole.Incident);
        json.WriteString("test", _whole.Test);
        json.WriteNumber("parts", _parts);
        json.WriteString("orders", _whole.Orders == CertifiedOrders.Conflicts ? "conflicts" : "swaps");
        if (_whole.Swaps is { } swaps) json.WriteNumber("swaps", swaps);
        else json.WriteNull("swaps");
        json.WriteNumber("passed", _whole.Passed);
        json.WriteStartArray("passedBySwaps");
        foreach (var count in _whole.PassedBySwaps) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteBoolean("isComplete", _whole.IsComplete);
        WriteOpen(json);
        json.WriteNumber("seconds", _whole.Seconds);
        json.WriteString("digest", _whole.Digest);
        if (_whole.Failure is { } failure) json.WriteString("failure", failure.Description);
        else json.WriteNull("failure");
        json.WriteString("output", _output);
    }

    private void WriteOpen(Utf8JsonWriter json)
    {
        json.WriteStartArray("notCovered");
        foreach (var open in _whole.NotCovered)
        {
            json.WriteStartObject();
            json.WriteString("reason", open.Reason);
            json.WriteNumber("count", open.Count);
            json.WriteString("example", open.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string Asked() => _whole.Orders == CertifiedOrders.Conflicts ? "all orders of steps that may conflict"
        : _whole.Swaps is { } swaps ? $"all schedules within {swaps} {(swaps == 1 ? "swap" : "swaps")} of the incident"
        : _whole.Kind == CertificateKind.Search ? "a schedule that fails" : "all schedules there are";

    private string BySwaps() => _whole.PassedBySwaps.Length > 1 ? $" ({string.Join(" + ", _whole.PassedBySwaps.Select(Number))}, by swaps)" : "";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void Fact(Terminal terminal, string name, string value) => terminal.WriteLine($"  {name,-14}{value}");
}
