using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads and writes the readable files of an incident.</summary>
internal static class JsonFile
{
    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="check">Looks for what the serializer does not see.</param>
    /// <param name="remedy">What to do when it is malformed.</param>
    /// <exception cref="RecordingException">It is malformed, or cannot be read.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> type, Action<T> check, string remedy)
        where T : class
    {
        try
        {
            if (new FileInfo(path).Length > WireLimits.DescriptionBytesMax) throw new RecordingDamagedException($"{path} is larger than {WireLimits.DescriptionBytesMax} bytes. Mend it by hand, or {remedy}.");
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? throw new JsonException("it is empty");
            check(read);
            return read;
        }
        catch (JsonException exception)
        {
            throw new RecordingDamagedException($"{path} is malformed: {exception.Message.TrimEnd('.')}. Mend it by hand, or {remedy}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingMissingException($"{path} cannot be read: {exception.Message} Check who may read it.", exception);
        }
    }

    /// <summary>Writes one; what is there already is replaced in one step.</summary>
    public static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        File.WriteAllText(path + FileLayout.IncompleteSuffix, JsonSerializer.Serialize(value, type) + "\n");
        File.Move(path + FileLayout.IncompleteSuffix, path, overwrite: true);
    }

    /// <summary>Writes, and says what cannot be written.</summary>
    /// <exception cref="RecordingWriteException">It cannot be.</exception>
    public static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RecordingWriteException($"{path} cannot be written: {exception.Message} Name another folder with -o.", exception);
        }
    }
}
