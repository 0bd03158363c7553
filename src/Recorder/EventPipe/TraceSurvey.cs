using System.Collections.Immutable;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Reads through a trace for what it says of its process. The runtime tells most of that at the trace's end, and a recording begins with it.</summary>
public sealed class TraceSurvey
{
    // A real process loads a few hundred assemblies and a trace names a few dozen providers: beyond these bounds a file is not believed.
    private const int ModuleCountMax = 20_000;
    private const int ForeignCountMax = 1_000;
    private const string ForeignRest = "other providers";

    private readonly EventPipeEventSource _source;
    private readonly SortedSet<int> _processes = [];
    private readonly HashSet<RawProvider> _seen = [];
    private readonly Dictionary<string, long> _foreign = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TraceModule> _modules = new(StringComparer.Ordinal);
    private long _lastNs;
    private string _commandLine = "";
    private string _system = "";
    private string _architecture = "";
    private string _runtimeVersion = "";

    private TraceSurvey(EventPipeEventSource source)
    {
        _source = source;
        source.AllEvents += OnEvent;
        source.Dynamic.All += static _ => { }; // without it the library keeps no names of providers that it does not know itself
        source.Dynamic.AddCallbackForProviderEvent(ProviderNames.EventPipe, "ProcessInfo", OnProcess);
        var rundown = new ClrRundownTraceEventParser(source);
        rundown.LoaderModuleDCStart += OnModule;
        rundown.LoaderModuleDCStop += OnModule;
        rundown.RuntimeStart += OnRuntime;
        source.Clr.LoaderModuleLoad += OnModule;
        source.Clr.RuntimeStart += OnRuntime;
    }

    /// <summary>Reads a trace to its end, or to where it is damaged.</summary>
    /// <param name="stream">The trace.</param>
    /// <returns>What it says; with no process when it is damaged before the first event.</returns>
    /// <exception cref="IOException">The stream cannot be read further.</exception>
    public static TraceFacts Read(Stream stream)
    {
        using var source = new EventPipeEventSource(stream);
        var survey = new TraceSurvey(source);
        try
        {
            EventReader.Process(source, static _ => true);
            return survey.Facts(isWhole: true);
        }
        catch (FormatException)
        {
            return survey.Facts(isWhole: false); // what stands before the damage is the trace; the caller says that the rest is missing
        }
    }

    private TraceFacts Facts(bool isWhole) => new()
    {
        StartUtc = new DateTimeOffset(_source.SessionStartTime.ToUniversalTime()),
        DurationNs = _lastNs,
        ProcessIds = [.. _processes],
        ProcessorCount = Math.Max(_source.NumberOfProcessors, 0),
        CommandLine = _commandLine,
        OperatingSystem = _system,
        Architecture = _architecture,
        RuntimeVersion = _runtimeVersion,
        Modules = [.. _modules.Values.OrderBy(static module => module.Path, StringComparer.Ordinal)],
        Seen = [.. _seen],
        Foreign = [.. _foreign.Select(static pair => new UnknownEvents(pair.Key, pair.Value))
            .OrderByDescending(static events => events.Count).ThenBy(static events => events.Name, StringComparer.Ordinal)],
        IsWhole = isWhole,
    };

    private void OnEvent(TraceEvent traced)
    {
        if (traced.ProcessID > 0) _processes.Add(traced.ProcessID);
        // Written after the session's end, while the process goes on.
        if (traced.ProviderName == ProviderNames.Rundown) return;
        _lastNs = Math.Max(_lastNs, EventReader.TimeNs(traced));
        var provider = ProviderIds.Of(traced);
        if (provider == RawProvider.Other) CountForeign(traced.ProviderName);
        else _seen.Add(provider);
    }

    private void CountForeign(string name)
    {
        var key = _foreign.Count < ForeignCountMax || _foreign.ContainsKey(name) ? name : ForeignRest;
        _foreign[key] = _foreign.GetValueOrDefault(key) + 1;
    }

    private void OnProcess(TraceEvent traced)
    {
        _commandLine = TextOf(traced, "CommandLine");
        _system = TextOf(traced, "OSInformation");
        _architecture = TextOf(traced, "ArchInformation");
    }

    private void OnModule(ModuleLoadUnloadTraceData module)
    {
        var path = module.ModuleILPath;
        var hasFile = !string.IsNullOrEmpty(path) && (module.ModuleFlags & ModuleFlags.Dynamic) == 0;
        if (hasFile && _modules.Count < ModuleCountMax) _modules[path] = new TraceModule(path, module.ManagedPdbSignature);
    }

    // The folder of the runtime's library carries its full version, such as 10.0.0-rc.1; the numbers beside it leave the label out.
    private void OnRuntime(RuntimeInformationTraceData runtime)
    {
        var folder = runtime.RuntimeDllPath.Split('/', '\\') is [.., var name, _] ? name : "";
        _runtimeVersion = folder.Length > 0 && char.IsAsciiDigit(folder[0])
            ? folder
            : $"{runtime.BclMajorVersion}.{runtime.BclMinorVersion}.{runtime.BclBuildNumber}";
    }

    private static string TextOf(TraceEvent traced, string field) => traced.PayloadByName(field) as string ?? "";
}
