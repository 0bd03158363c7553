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
        return JsonFile.Read(path, IncidentJson.Readable.Incident, CheckLists, "cut the incident again");
    }

    /// <summary>Loads an incident's pinned schedule; null when it has none.</summary>
    /// <exception cref="RecordingException">The file is malformed, or cannot be read.</exception>
    public static PinnedSchedule? LoadSchedule(string folder)
    {
        var path = Path.Combine(folder, ScheduleFileName);
        return File.Exists(path) ? JsonFile.Read(path, IncidentJson.Readable.PinnedSchedule, CheckLists, "delete it and pin the incident again (REPLAYKIT_MODE=pin)") : null;
    }

    /// <summary>Writes an incident's pinned schedule; one that is there already is replaced in one step.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be written.</exception>
    public static void SaveSchedule(string folder, PinnedSchedule schedule) =>
        JsonFile.Guard(folder, () => JsonFile.Write(Path.Combine(folder, ScheduleFileName), schedule, IncidentJson.Readable.PinnedSchedule));

    /// <summary>Writes an incident. Files of an incident that is there already are replaced, each in one step: the recording, then the description.</summary>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    public static void Save(string folder, Incident incident, Recording recording)
    {
        JsonFile.Guard(folder, () => Directory.CreateDirectory(folder));
        RecordingFile.Write(Path.Combine(folder, RecordingFileName), recording);
        // A schedule and a certificate are those of the recording that they were made for.
        JsonFile.Guard(folder, () => File.Delete(Path.Combine(folder, ScheduleFileName)));
        JsonFile.Guard(folder, () => File.Delete(Path.Combine(folder, CertificateFile.Name)));
        JsonFile.Guard(folder, () => JsonFile.Write(Path.Combine(folder, IncidentFileName), incident, IncidentJson.Readable.Incident));
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
}
