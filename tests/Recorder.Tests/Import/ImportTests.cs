using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cli;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Import;
using ReplayKit.Recorder.NetTrace;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Tests.Cli;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Import;

/// <summary>What the real dotnet-trace collected says the same as a live recording of the same load.</summary>
[Platform("Unix")] // dotnet-trace is stopped by a signal
public sealed class ImportTests
{
    private CollectedTrace _traces = null!;
    private ToolResult _result = null!;
    private LoadView _imported = null!;
    private string _path = "";

    [OneTimeSetUp]
    public async Task Collect()
    {
        _traces = await CollectedTrace.MakeAsync();
        _path = Files.NewPath();
        _result = (await Tool.RunAsync("import", _traces.WithRundown, "-o", _path)).IsDone();
        _imported = LoadView.Read(_path);
    }

    [Test]
    public void Import_is_complete_and_names_process_and_build()
    {
        var (header, live) = (_imported.Recording.Header, _traces.Live.Recording.Header);
        Assert.That(_imported.Recording.Footer.Completeness.IsComplete, Is.True);
        Assert.That(header.Process, Is.EqualTo(live.Process));
        Assert.That(header.StartUtc, Is.GreaterThan(live.StartUtc).And.LessThan(live.StartUtc.AddHours(1)));
        Assert.That(header.Assemblies, Is.SupersetOf(live.Assemblies.Where(static assembly => assembly.Name == "RecorderTarget")));
        Assert.That(header.Assemblies, Has.One.Matches<RecordedAssembly>(a => a!.Name == "System.Private.CoreLib" && a.IsFramework));
        Assert.That(_result.Error, Is.Empty);
        Assert.That(_result.Out, Does.Contain("none lost").And.Contain("named from").And.Contain($"Next:  replaykit show {_path}"));
    }

    [Test]
    public void Requests_are_those_of_the_live_recording()
    {
        Assert.That(_imported.Graph.Requests.Select(Describe).Order(), Is.EqualTo(_traces.Live.Graph.Requests.Select(Describe).Order()));
        Assert.That(_imported.Request(LoadView.BoomId).Status, Is.EqualTo(500));
        Assert.That(_imported.Request(LoadView.BoomId).Exceptions, Has.Length.EqualTo(1));
        Assert.That(_imported.Graph.OutgoingCalls, Has.Length.EqualTo(LoadView.OutgoingIds.Length));
        Assert.That(_imported.Graph.GcPauses, Is.Not.Empty);
    }

    [Test]
    public void Steps_and_awaits_are_those_of_the_live_recording()
    {
        foreach (var id in LoadView.ChainIds.Concat(LoadView.RunIds).Append(LoadView.BoomId))
        {
            Assert.That(_imported.Steps(id), Is.EqualTo(_traces.Live.Steps(id)).And.Length.GreaterThan(2));
            Assert.That(_imported.Awaits(id), Is.EqualTo(_traces.Live.Awaits(id)));
        }

        Assert.That(_imported.Awaits(1), Has.Length.GreaterThan(1));
    }

    [Test]
    public void No_secret_of_the_trace_is_in_the_recording()
    {
        var texts = _imported.Recording.Events.SelectMany(static e => (e.Fields.IsDefault ? [] : e.Fields.Select(static f => f.Value)).Append(e.Text ?? ""));
        Assert.That(texts, Has.None.Contains("token-of").And.None.Contains("hunter").And.None.Contains("=secret"));
        Assert.That(_imported.Recording.Header.Redacted, Does.Contain("Authorization"));
    }

    [Test]
    public async Task Redaction_follows_the_options()
    {
        var path = Files.NewPath();
        (await Tool.RunAsync("import", _traces.WithRundown, "-o", path, "--no-default-redaction", "--redact", "X-Request-Id")).IsDone();
        var headers = LoadView.Read(path).Request(1).Headers;
        Assert.That(ValueOf(headers, "Authorization"), Is.EqualTo("Bearer token-of-1"));
        Assert.That(ValueOf(headers, "X-Request-Id"), Is.Not.EqualTo("1"));
    }

    [Test]
    public async Task Imported_recording_can_be_cut_into_an_incident()
    {
        var folder = Files.NewPath("");
        (await Tool.RunAsync("cut", _path, "-o", folder, "--around", "exception")).IsDone();
        Assert.That((await Tool.RunAsync("show", folder)).IsDone().Out, Does.Contain("/boom"));
    }

    [Test]
    public async Task Without_rundown_methods_are_matched_by_name_only_and_the_summary_says_so()
    {
        var path = Files.NewPath();
        var done = (await Tool.RunAsync("import", _traces.WithoutRundown, "-o", path)).IsDone();
        Assert.That(done.Out, Does.Contain("matched by name only"));
        var imported = LoadView.Read(path);
        Assert.That(imported.Recording.Footer.AsyncMethods, Is.Empty);
        Assert.That(imported.Recording.Header.Assemblies, Is.Empty);
        Assert.That(imported.Recording.Header.Process.Name, Is.EqualTo("RecorderTarget"));
    }

    [Test]
    public async Task Given_assemblies_name_the_methods_of_a_trace_without_rundown()
    {
        var path = Files.NewPath();
        var done = (await Tool.RunAsync("import", _traces.WithoutRundown, "-o", path, "--assemblies", CollectedTrace.TargetFolder)).IsDone();
        Assert.That(done.Out, Does.Contain("does not tell whether they are the recorded build"));
        var imported = LoadView.Read(path);
        Assert.That(imported.Steps(1), Is.EqualTo(_traces.Live.Steps(1)));
        Assert.That(imported.Recording.Header.Assemblies, Is.Empty, "nothing proves that these files were loaded");
    }

    [Test]
    public void Cut_off_trace_imports_what_each_thread_wrote_until_there()
    {
        var whole = _traces.WithoutRundown;
        var all = ByThread(Import(whole, out _));
        var bytes = File.ReadAllBytes(whole);
        foreach (var share in new[] { 0.3, 0.6, 0.9, 0.999 })
        {
            var cut = Files.NewPath(".nettrace");
            File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * share)]);
            var recording = Import(cut, out var summary);
            Assert.That(summary.Completeness.IsCutShort, Is.True);
            foreach (var (thread, events) in ByThread(recording)) Assert.That(events, Is.EqualTo(all[thread].Take(events.Length)), $"{share}, thread {thread}");
        }
    }

    [Test]
    public void Both_readers_say_the_same_of_a_trace()
    {
        var own = new List<string>();
        var other = new List<string>();
        using (var file = TraceFile.Open(_traces.WithoutRundown))
        {
            var reader = new NetTraceReader(file, new RawSink(own));
            reader.ReadStart();
            reader.ReadToEnd();
        }

        using (var file = TraceFile.Open(_traces.WithoutRundown))
        using (var reader = new EventReader(file, (in RawEvent raw) => RawSink.Note(raw, other)))
        {
            reader.ReadToEnd();
            Assert.That(reader.EventsLost, Is.Zero);
        }

        Assert.That(own, Is.Not.Empty);
        Assert.That(other.Except(own), Is.Empty);
        Assert.That(own.Except(other), Is.Empty);
        Assert.That(other, Has.Count.EqualTo(own.Count));
    }

    [Test]
    public async Task Trace_of_other_providers_holds_nothing_to_import_and_the_remedy_is_told()
    {
        using var target = await TargetProcess.StartAsync();
        var trace = Files.NewPath(".nettrace");
        using var collecting = await DotnetTrace.CollectAsync(target.Id, trace, "--providers", "Microsoft-Windows-DotNETRuntime:0x8001:4", "--rundown", "false");
        await target.GetAsync("/gc?id=1");
        await collecting.StopAsync();
        var output = Files.NewPath();
        var failed = (await Tool.RunAsync("import", trace, "-o", output)).Failed(ExitCode.ConditionNotMet);
        Assert.That(failed.Error, Does.Contain("holds nothing").And.Contain("TplEventSource").And.Contain("replaykit providers"));
        Assert.That(File.Exists(output) || File.Exists(output + ".incomplete"), Is.False);
    }

    [Test]
    public async Task Cut_off_trace_says_so()
    {
        var cut = Files.NewPath(".nettrace");
        var bytes = await File.ReadAllBytesAsync(_traces.WithoutRundown);
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length * 9 / 10)]);
        Assert.That((await Tool.RunAsync("import", cut, "-o", Files.NewPath())).IsDone().Out, Does.Contain("CUT SHORT"));
    }

    [Test]
    public void Damaged_trace_is_imported_or_refused_and_never_crashes()
    {
        var bytes = File.ReadAllBytes(_traces.WithoutRundown);
        var random = new Random(1);
        var (imported, refused) = (0, 0);
        for (var round = 0; round < 80; round++)
        {
            var changed = bytes.ToArray();
            // Half of the rounds hit the first kilobyte, where the structure is densest.
            for (var count = random.Next(1, 6); count > 0; count--) changed[random.Next(round % 2 == 0 ? 1024 : changed.Length)] = (byte)random.Next(256);
            var path = Files.NewPath(".nettrace");
            File.WriteAllBytes(path, changed);
            try
            {
                Import(path, out _);
                imported++;
            }
            catch (Exception e) when (e is UnreadableTraceException or NothingToImportException)
            {
                refused++;
            }

            File.Delete(path);
        }

        Assert.That(imported, Is.Positive);
        Assert.That(refused, Is.Positive);
    }

    private static string ValueOf(IEnumerable<RecordedField> headers, string name) =>
        headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static ReplayKit.TraceFormat.Model.Recording Import(string trace, out ImportSummary summary)
    {
        var path = Files.NewPath();
        summary = TraceImporter.Import(new ImportOptions { TracePath = trace, OutputPath = path });
        return ReplayKit.TraceFormat.Wire.RecordingFile.Read(path);
    }

    private static Dictionary<long, string[]> ByThread(ReplayKit.TraceFormat.Model.Recording recording) =>
        recording.Events.Where(static e => e.Kind is not (RecordedEventKind.TierChanged or RecordedEventKind.EventsLost))
            .GroupBy(static e => e.ThreadId)
            .ToDictionary(static events => events.Key, static events => events.Select(e => $"{e.TimeNs} {e.Kind} {e.TaskId} {e.RelatedTaskId} {e.Number}").ToArray());

    // Secrets are told apart by their length only: each recording has a key of its own.
    private static string Describe(RecordedRequest request) =>
        $"{request.Method} {request.Path} {request.Query.Split("code=")[0].Split("token=")[0]} {request.Query.Length} {request.Status} "
        + string.Join(' ', request.Headers.Select(static h => h.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"{h.Name}:{h.Value.Length}" : h.Name.Equals("traceparent", StringComparison.OrdinalIgnoreCase) ? h.Name : $"{h.Name}:{h.Value}"));
}
