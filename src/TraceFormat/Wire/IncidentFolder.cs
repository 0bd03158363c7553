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
        try
        {
            if (new FileInfo(path).Length > WireLimits.DescriptionBytesMax) throw new RecordingDamagedException($"{path} is larger than {WireLimits.DescriptionBytesMax} bytes. Cut the incident again.");
            var incident = JsonSerializer.Deserialize(File.ReadAllBytes(path), IncidentJson.Readable.Incident) ?? throw new JsonException("it is empty");
            CheckLists(incident);
            return incident;
        }
        catch (JsonException exception)
        {
            throw new RecordingDamagedException($"{path} is malformed: {exception.Message.TrimEnd('.')}. Mend it by hand, or cut the incident again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingMissingException($"{path} cannot be read: {exception.Message} Check who may read it.", exception);
        }
    }

    /// <summary>Writes an incident. Files of an incident that is there already are replaced, each in one step: the recording, then the description.</summary>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    public static void Save(string folder, Incident incident, Recording recording)
    {
        Guard(folder, () => Directory.CreateDirectory(folder));
        RecordingFile.Write(Path.Combine(folder, RecordingFileName), recording);
        Guard(folder, () =>
        {
            var path = Path.Combine(folder, IncidentFileName);
            File.WriteAllText(path + FileLayout.IncompleteSuffix, JsonSerializer.Serialize(incident, IncidentJson.Readable.Incident) + "\n");
            File.Move(path + FileLayout.IncompleteSuffix, path, overwrite: true);
        });
    }

    // What the serializer does not see: entries of lists that are null.
    private static void CheckLists(Incident incident)
    {
        if (incident.Requests.IsDefault || incident.Redacted.IsDefault || incident.Completeness.Unknown.IsDefault || incident.Completeness.Losses.IsDefault) throw new JsonException("a list is null");
        if (incident.Requests.Contains(null!) || incident.Redacted.Contains(null!) || incident.Completeness.Unknown.Contains(null!)) throw new JsonException("an entry of a list is null");
    }

    private static void Guard(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RecordingWriteException($"{folder} cannot be written: {exception.Message} Name another folder with -o.", exception);
        }
    }
}
