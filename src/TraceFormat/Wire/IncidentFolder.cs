using System.Text.Json;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads and writes the folder of an incident.</summary>
public static class IncidentFolder
{
    /// <summary>The readable description.</summary>
    public const string IncidentFileName = "incident.json";

    /// <summary>The slice of the recording.</summary>
    public const string RecordingFileName = "recording.rktrace";

    private const long DescriptionBytesMax = 16 * 1024 * 1024;

    /// <summary>Loads an incident.</summary>
    /// <exception cref="RecordingException">The folder or a file in it is missing, damaged, or of another version.</exception>
    public static (Incident Incident, Recording Recording) Load(string folder) =>
        (LoadIncident(folder), RecordingFile.Read(Path.Combine(folder, RecordingFileName)));

    /// <summary>Loads an incident's description alone.</summary>
    /// <exception cref="RecordingException">The folder or its description is missing or malformed.</exception>
    public static Incident LoadIncident(string folder)
    {
        var path = Path.Combine(folder, IncidentFileName);
        if (!File.Exists(path))
            throw new RecordingMissingException($"{folder} is not an incident: it holds no {IncidentFileName}. Make one with: replaykit cut FILE.rktrace -o {folder}");
        if (new FileInfo(path).Length > DescriptionBytesMax) throw new RecordingDamagedException($"{path} is larger than {DescriptionBytesMax} bytes. Cut the incident again.");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), IncidentJson.Readable.Incident) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw new RecordingDamagedException($"{path} is malformed: {exception.Message.TrimEnd('.')}. Mend it by hand, or cut the incident again.", exception);
        }
    }

    /// <summary>Writes an incident. Files of an incident that is there already are replaced.</summary>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    public static void Save(string folder, Incident incident, Recording recording)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, IncidentFileName), JsonSerializer.Serialize(incident, IncidentJson.Readable.Incident) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException($"{folder} cannot be written: {exception.Message} Name another folder with -o.", exception);
        }

        RecordingFile.Write(Path.Combine(folder, RecordingFileName), recording);
    }
}
