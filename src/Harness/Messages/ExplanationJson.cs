using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Messages;

/// <summary>Writes an explanation for other programs. docs/explanation-json.md says what each member means.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExplanationDocument))]
internal sealed partial class ExplanationJson : JsonSerializerContext
{
    /// <summary>The file's name, alone in an incident's folder and behind the incident's name elsewhere.</summary>
    public const string FileName = "explanation.json";

    private static readonly ExplanationJson Readable = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        // The file is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The document.</summary>
    public static string Write(Explanation explanation) => JsonSerializer.Serialize(new ExplanationDocument(explanation), Readable.ExplanationDocument);

    /// <summary>Writes it to a file.</summary>
    public static void Save(string path, Explanation explanation) => File.WriteAllText(path, Write(explanation) + "\n");
}
