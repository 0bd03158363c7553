using System.Text.Json;

namespace ReplayKit.Weave;

/// <summary>How reports are written.</summary>
internal static class WeaveJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
