using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary>Writes an incident's folder.</summary>
internal static class IncidentWriter
{
    private const string ScheduleFileName = "schedule.json";

    /// <summary>Checks that the folder may be written, before any work is done.</summary>
    /// <param name="folder">The folder; need not exist.</param>
    /// <param name="force">Whether an incident that is already there may be replaced.</param>
    /// <exception cref="CommandException">A file of that name, or an incident that must not be replaced, is there.</exception>
    internal static void RequireWritable(string folder, bool force)
    {
        if (File.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage, $"{folder} is a file.", "Name the incident's folder with -o traces/NAME.");
        }

        if (force || !File.Exists(Path.Combine(folder, IncidentFolder.IncidentFileName))) return;
        throw new CommandException(
            ExitCode.Usage, $"{folder} already holds an incident.", "Name another folder with -o, or replace the incident with --force.");
    }

    /// <summary>Writes the incident.</summary>
    /// <param name="folder">The folder; created with its parents.</param>
    /// <param name="cut">What to write.</param>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    internal static void Write(string folder, CutResult cut)
    {
        // A schedule pinned for the events that were here before would make every replay of the new ones diverge.
        if (Directory.Exists(folder)) File.Delete(Path.Combine(folder, ScheduleFileName));
        IncidentFolder.Save(folder, cut.Incident, cut.Slice);
    }
}
