using System.Text.Json;

namespace Load.Reporting;

/// <summary>Writes a report as one JSON document.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Of<T>(T report) => JsonSerializer.Serialize(report, Options);
}
