using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads and writes the folder of an incident.</summary>
public static class IncidentFolder
{
    /// <summary>The readable description.</summary>
    public const string IncidentFileName = "incident.json";

    /// <summary>The slice of the recording.</summary>
    public const string RecordingFileName = "recording.rktrace";

    /// <summary>The pinned schedule; an incident may have none.</summary>
    public const string ScheduleFileName = "schedule.json";

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
        return Read(path, IncidentJson.Readable.Incident, CheckLists, "cut the incident again");
    }

    /// <summary>Loads an incident's pinned schedule; null when it has none.</summary>
    /// <exception cref="RecordingException">The file is malformed, or cannot be read.</exception>
    public static PinnedSchedule? LoadSchedule(string folder)
    {
        var path = Path.Combine(folder, ScheduleFileName);
        return File.Exists(path) ? Read(path, IncidentJson.Readable.PinnedSchedule, CheckLists, "delete it and pin the incident again (REPLAYKIT_MODE=pin)") : null;
    }

    /// <summary>Writes an incident's pinned schedule; one that is there already is replaced in one step.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be written.</exception>
    public static void SaveSchedule(string folder, PinnedSchedule schedule) =>
        Guard(folder, () => Write(Path.Combine(folder, ScheduleFileName), schedule, IncidentJson.Readable.PinnedSchedule));

    /// <summary>Writes an incident. Files of an incident that is there already are replaced, each in one step: the recording, then the description.</summary>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    public static void Save(string folder, Incident incident, Recording recording)
    {
        Guard(folder, () => Directory.CreateDirectory(folder));
        RecordingFile.Write(Path.Combine(folder, RecordingFileName), recording);
        // A schedule is one of the recording that it was made for.
        Guard(folder, () => File.Delete(Path.Combine(folder, ScheduleFileName)));
        Guard(folder, () => Write(Path.Combine(folder, IncidentFileName), incident, IncidentJson.Readable.Incident));
    }

    private static T Read<T>(string path, JsonTypeInfo<T> type, Action<T> check, string remedy)
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

    private static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        File.WriteAllText(path + FileLayout.IncompleteSuffix, JsonSerializer.Serialize(value, type) + "\n");
        File.Move(path + FileLayout.IncompleteSuffix, path, overwrite: true);
    }

    private static void CheckLists(PinnedSchedule schedule)
    {
        if (schedule.Steps.IsDefault || schedule.Steps.Contains(null!)) throw new JsonException("a step is null");
        if (schedule.Steps.Any(static step => step.Others.IsDefault || step.Others.Contains(null!))) throw new JsonException("an entry of a list is null");
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
