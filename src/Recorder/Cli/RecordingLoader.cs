using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary>Loads what a command was pointed at.</summary>
internal static class RecordingLoader
{
    /// <summary>Loads a recording, or the recording of an incident.</summary>
    /// <param name="path">A file or an incident's folder.</param>
    /// <returns>The recording and what its events say about cause.</returns>
    /// <exception cref="RecordingException">It is missing, damaged, or of another version.</exception>
    internal static RecordingView Load(string path)
    {
        if (Directory.Exists(path))
        {
            var (incident, slice) = IncidentFolder.Load(path);
            return new RecordingView(path, incident, slice, CausalGraphBuilder.Build(slice));
        }

        var recording = RecordingFile.Read(path);
        return new RecordingView(path, null, recording, CausalGraphBuilder.Build(recording));
    }
}
