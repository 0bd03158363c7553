using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary>What a file holds that a recorder has just closed, read back from it.</summary>
/// <param name="Path">Where it is, as the user named it.</param>
/// <param name="Completeness">How much of what happened it holds.</param>
/// <param name="Requests">Requests in it.</param>
/// <param name="Steps">Steps in it; null when it holds more events than <see cref="StepEventMax"/>.</param>
public sealed record FileFacts(string Path, Completeness Completeness, long Requests, long? Steps)
{
    /// <summary>
    /// Most events for which steps are counted. Steps need the graph of all events, in memory at about 300 bytes each: a recorder that has kept to
    /// little memory for hours must not take all there is for its last line, beside the process that it was to leave alone.
    /// </summary>
    public const int StepEventMax = 200_000;

    /// <summary>Reads a file back.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="requests">How many requests were written to it; null to count them.</param>
    /// <exception cref="RecordingException">It is not what was written.</exception>
    public static FileFacts Read(string path, long? requests)
    {
        using var reader = RecordingReader.Open(path);
        var completeness = reader.ReadFooter().Completeness;
        if (completeness.EventsKept > StepEventMax)
            return new(path, completeness, requests ?? reader.Events().LongCount(static recorded => recorded.Kind == RecordedEventKind.RequestStarted), null);
        var graph = CausalGraphBuilder.Build(RecordingFile.Read(path));
        return new(path, completeness, graph.Requests.Length, graph.Steps.Length);
    }
}
