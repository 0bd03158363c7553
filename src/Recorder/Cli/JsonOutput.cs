using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// The one JSON document that <c>--json</c> promises. Written member by member, so that a schema changes only on purpose, and handed on
/// piece by piece, so that the events of a long recording are never in memory as text.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    private const int PieceBytes = 64 * 1024;

    // The relaxed encoder keeps paths readable: the document goes to a file or a pipe, never into a web page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly TextWriter _output;

    private JsonOutput(TextWriter output)
    {
        _output = output;
        Json = new Utf8JsonWriter(_buffer, Options);
    }

    /// <summary>Writes the document's values.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Writes one document that is an object.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="writeMembers">Writes the object's members.</param>
    public static void Write(TextWriter output, Action<JsonOutput> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(writeMembers);
        using var document = new JsonOutput(output);
        document.Json.WriteStartObject();
        writeMembers(document);
        document.Json.WriteEndObject();
        document.HandOn();
        output.WriteLine();
    }

    /// <summary>Hands on what was written so far when it is much. To be called between the elements of a long array.</summary>
    public void HandOnIfLarge()
    {
        if (Json.BytesPending + _buffer.WrittenCount >= PieceBytes) HandOn();
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();

    private void HandOn()
    {
        // Flushed between values: the piece ends at a whole character.
        Json.Flush();
        _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }
}
