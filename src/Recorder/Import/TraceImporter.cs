using System.Collections.Immutable;
using System.Reflection;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Import;

/// <summary>Makes a recording of a trace that another tool collected.</summary>
/// <remarks>The trace is read twice: what a recording begins with, the runtime tells when a session ends.</remarks>
public static class TraceImporter
{
    /// <summary>Imports a trace.</summary>
    /// <param name="options">What, and where to.</param>
    /// <returns>What came of it. A trace that was cut off or is damaged is imported up to there, and the recording says so.</returns>
    /// <exception cref="RecordingMissingException">There is no such trace.</exception>
    /// <exception cref="UnreadableTraceException">The file is no trace, is of more than one process, or is damaged from its first event on.</exception>
    /// <exception cref="NothingToImportException">The trace was collected with other providers.</exception>
    /// <exception cref="RecordingWriteException">The recording cannot be written.</exception>
    /// <exception cref="IOException">The trace, or the folder of assemblies, cannot be read.</exception>
    public static ImportSummary Import(ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var facts = Survey(options.TracePath);
        NeededEvents.Require(facts);
        var assemblies = AssemblyMatcher.Match(facts.Modules, options.AssembliesFolder);
        var header = HeaderOf(facts, assemblies);
        using var sink = new ImportSink(options, header);
        var lostCount = ReadInto(sink, options.TracePath);
        var footer = FooterOf(facts, sink, lostCount, assemblies);
        sink.Close(footer);
        var path = Path.GetFullPath(options.OutputPath);
        return new ImportSummary(
            path,
            header.Process,
            TimeSpan.FromTicks(footer.DurationNs / TimeSpan.NanosecondsPerTick),
            new FileInfo(path).Length,
            footer.Completeness,
            assemblies,
            NeededEvents.Missing(facts, sink.RequestCount, sink.NamelessCount));
    }

    private static TraceFacts Survey(string path)
    {
        using var file = TraceFile.Open(path);
        var facts = TraceSurvey.Read(file);
        if (facts.ProcessIds.IsEmpty && !facts.IsWhole)
        {
            throw new UnreadableTraceException($"{path} is damaged or cut off before its first event. Copy it again, or collect another trace.");
        }

        if (facts.ProcessIds.Length <= 1) return facts;
        throw new UnreadableTraceException(
            $"{path} holds events of {facts.ProcessIds.Length} processes, and a recording is of one. Collect a trace of one process: dotnet-trace collect -p PID.");
    }

    // The survey has told whether the trace is whole; here its end is where it ends.
    private static long ReadInto(ImportSink sink, string path)
    {
        using var file = TraceFile.Open(path);
        using var reader = new EventReader(file, sink.Add);
        try
        {
            reader.ReadToEnd();
        }
        catch (FormatException)
        {
            // Cut off or damaged: what came is the recording, and its footer says that the rest is missing.
        }

        sink.Drain();
        return reader.EventsLost;
    }

    private static RecordingHeader HeaderOf(TraceFacts facts, AssemblyMatch assemblies)
    {
        var version = typeof(TraceImporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var process = new RecordedProcess(
            facts.ProcessIds.FirstOrDefault(),
            ProcessNames.Of(facts.CommandLine),
            facts.RuntimeVersion,
            facts.OperatingSystem,
            facts.Architecture,
            facts.ProcessorCount);
        return new RecordingHeader(version, facts.StartUtc, process, [.. assemblies.Found.Distinct()], []);
    }

    private static RecordingFooter FooterOf(TraceFacts facts, ImportSink sink, long lostCount, AssemblyMatch assemblies)
    {
        ImmutableArray<UnknownEvents> unknown = [.. sink.Unknown.Concat(facts.Foreign).OrderByDescending(static events => events.Count)];
        var completeness = new Completeness(sink.KeptCount, lostCount, !facts.IsWhole, unknown);
        return new RecordingFooter(facts.DurationNs, completeness, [.. assemblies.Methods.Where(method => sink.Names.Contains(method.RecordedName))]);
    }
}
