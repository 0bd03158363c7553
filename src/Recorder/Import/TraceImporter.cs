using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Pipeline;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Import;

/// <summary>Makes a recording of a trace that another tool collected.</summary>
/// <remarks>The trace is read twice: what a recording begins with, the runtime tells when a session ends.</remarks>
public sealed class TraceImporter
{
    private const string Reason = "imported";

    private readonly ImportOptions _options;
    private readonly TraceFacts _facts;
    private readonly AssemblyMatch _assemblies;

    private TraceImporter(ImportOptions options, TraceFacts facts)
    {
        _options = options;
        _facts = facts;
        _assemblies = AssemblyMatcher.Match(facts.Modules, options.AssembliesFolder);
    }

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
        return new TraceImporter(options, Survey(options.TracePath)).Run();
    }

    private static TraceFacts Survey(string path)
    {
        using var file = TraceFile.Open(path);
        var preamble = TracePreamble.Read(file);
        if (preamble.Version <= 0) throw Unreadable(path);
        var facts = TraceSurvey.Read(file);
        if (facts.ProcessIds.IsEmpty && preamble.ProcessId > 0) return facts with { ProcessIds = [preamble.ProcessId] };
        if (facts.ProcessIds.Length <= 1) return facts;
        throw new UnreadableTraceException(
            $"{path} holds events of {facts.ProcessIds.Length} processes, and a recording is of one. Collect a trace of one process: dotnet-trace collect -p PID.");
    }

    private ImportSummary Run()
    {
        var redactor = new Redactor(_options.Redaction, RandomNumberGenerator.GetBytes(32));
        var header = Header() with { Redacted = redactor.Configured };
        using var file = new FileStore(_options.OutputPath, header);
        var store = new ImportStore(file);
        var pipeline = new EventPipeline(redactor, store);
        var filter = new ImportFilter(pipeline);
        // Of a trace that was cut off the survey may have missed a provider: then nothing is said about how much was listened to.
        if (_facts.IsWhole) pipeline.BeginSession(0, NeededEvents.Tier(_facts.Seen), Reason);
        var isWhole = TraceReading.Read(_options.TracePath, filter) && _facts.IsWhole;
        Require(filter, isWhole, file);
        pipeline.Drain();
        var footer = Footer(pipeline, filter, isWhole);
        file.Close(footer);
        var path = Path.GetFullPath(_options.OutputPath);
        return new ImportSummary(
            path,
            header.Process,
            TimeSpan.FromTicks(footer.DurationNs / TimeSpan.NanosecondsPerTick),
            new FileInfo(path).Length,
            footer.Completeness,
            _assemblies,
            NeededEvents.Missing(filter.Seen, store.RequestCount, store.NamelessCount));
    }

    private void Require(ImportFilter filter, bool isWhole, FileStore file)
    {
        if (NeededEvents.Suffice(filter.Seen)) return;
        file.Abandon();
        if (filter.EventCount == 0 && !isWhole) throw Unreadable(_options.TracePath);
        throw new NothingToImportException(
            $"{_options.TracePath} holds nothing that a recording is made of: no event of {ProviderNames.DiagnosticSource} and none of {ProviderNames.Tasks}.");
    }

    private RecordingHeader Header()
    {
        var version = typeof(TraceImporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var process = new RecordedProcess(
            _facts.ProcessIds.FirstOrDefault(),
            ProcessNames.Of(_facts.CommandLine),
            _facts.RuntimeVersion,
            _facts.OperatingSystem,
            _facts.Architecture,
            _facts.ProcessorCount);
        return new RecordingHeader(version, _facts.StartUtc, process, [.. _assemblies.Found.Distinct()], []);
    }

    private RecordingFooter Footer(EventPipeline pipeline, ImportFilter filter, bool isWhole)
    {
        var completeness = pipeline.CompletenessOf(!isWhole);
        var unknown = completeness.Unknown.Concat(_facts.Foreign);
        ImmutableArray<UnknownEvents> sorted = [.. unknown.OrderByDescending(static events => events.Count)];
        var durationNs = Math.Max(Math.Max(_facts.DurationNs, filter.LastNs), pipeline.LastNs);
        var methods = _assemblies.Methods.Where(method => pipeline.Names.Contains(method.RecordedName));
        return new RecordingFooter(durationNs, completeness with { Unknown = sorted }, [.. methods]);
    }

    private static UnreadableTraceException Unreadable(string path) =>
        new($"{path} is damaged or cut off before its first event. Copy it again, or collect another trace.");
}
