using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.Budget;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Pipeline;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder;

/// <summary>A recording of a live process.</summary>
/// <remarks>
/// It ends by <see cref="RecordOptions.Duration"/>, by <see cref="RecordOptions.Until"/>, by <see cref="StopAsync"/>, by cancellation, or because the
/// target exits. Each end is proper: what was recorded is on disk, and the target runs on unless it exited by itself.
/// </remarks>
public sealed class RecordingSession
{
    private static readonly TimeSpan s_progressEvery = TimeSpan.FromMilliseconds(500);

    private readonly RecordOptions _options;
    private readonly DotnetProcess _process;
    private readonly IRecordingOutput _output;
    private readonly EventPipeline _pipeline;
    private readonly TargetListener _listener;
    private readonly Stopwatch _elapsed;
    private readonly LoadedAssemblies _files;
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BudgetControl? _budget;
    private Task<TimeSpan>? _firstEvent;

    private RecordingSession(RecordOptions options, DotnetProcess process, Parts parts)
    {
        _options = options;
        _process = process;
        _output = parts.Output;
        _pipeline = parts.Pipeline;
        _listener = parts.Listener;
        _elapsed = parts.Elapsed;
        _files = parts.Files;
        Completion = Task.FromException<RecordingSummary>(new InvalidOperationException("The recording was not begun."));
    }

    /// <summary>Ends with the recording. Fails with <see cref="RecordingWriteException"/> when a file cannot be written.</summary>
    public Task<RecordingSummary> Completion { get; private set; }

    /// <summary>Files that a flight recorder wrote so far.</summary>
    public int FileCount => _output.FileCount;

    private long NowNs => NsOf(_elapsed);

    /// <summary>Begins to record. When this returns, events flow.</summary>
    /// <param name="options">What to record, and where to.</param>
    /// <param name="progress">Told about twice a second; null for nobody.</param>
    /// <param name="cancellation">Ends the recording properly: it is no error.</param>
    /// <exception cref="AttachException">The target cannot be recorded.</exception>
    /// <exception cref="RecordingWriteException">The file cannot be made.</exception>
    public static async Task<RecordingSession> StartAsync(
        RecordOptions options, IProgress<RecordingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var called = Stopwatch.StartNew();
        var process = options.Target ?? await DotnetProcesses.FindAsync(options.ProcessId, cancellation).ConfigureAwait(false);
        var files = new LoadedAssemblies(process);
        // The stream tells its own start only with its first event, too late for the file's header. The target takes it within this call.
        var startUtc = DateTimeOffset.UtcNow;
        var target = await TargetSession.StartAsync(process, new SessionRequest(options.Tier, options.BufferMiB), cancellation).ConfigureAwait(false);
        var session = await MakeAsync(options, HeaderOf(process, files.Look()) with { StartUtc = startUtc }, (process, target, files)).ConfigureAwait(false);
        try
        {
            await session._listener.StartAsync(target, options.Tier, "begin").ConfigureAwait(false);
        }
        catch
        {
            session._output.Abandon();
            throw;
        }

        session._firstEvent = session._pipeline.FirstEvent.ContinueWith(_ => called.Elapsed, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        session.Completion = session.RunAsync(progress, cancellation);
        return session;
    }

    /// <summary>Records from begin to end.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static async Task<RecordingSummary> RecordAsync(
        RecordOptions options, IProgress<RecordingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var session = await StartAsync(options, progress, cancellation).ConfigureAwait(false);
        return await session.Completion.ConfigureAwait(false);
    }

    /// <summary>Ends the recording.</summary>
    public Task<RecordingSummary> StopAsync()
    {
        _stop.TrySetResult();
        return Completion;
    }

    /// <summary>Fires <see cref="Trigger.Signal"/>: a flight recorder writes a file, another recording ends. Without effect when it was not asked for.</summary>
    /// <param name="reason">Why, in a few words.</param>
    public void Fire(string reason)
    {
        if (_options.Until.Any(static trigger => trigger is Trigger.Signal)) _output.Fire(NowNs, reason);
    }

    private static async Task<RecordingSession> MakeAsync(
        RecordOptions options, RecordingHeader header, (DotnetProcess Process, TargetSession Session, LoadedAssemblies Files) target)
    {
        try
        {
            return new RecordingSession(options, target.Process, MakeParts(options, header, target.Process, target.Files));
        }
        catch (RecordingWriteException)
        {
            await target.Session.StopAsync().ConfigureAwait(false);
            target.Session.Dispose();
            throw;
        }
    }

    private static Parts MakeParts(RecordOptions options, RecordingHeader header, DotnetProcess process, LoadedAssemblies files)
    {
        var elapsed = Stopwatch.StartNew();
        var redactor = new Redactor(options.Redaction, RandomNumberGenerator.GetBytes(32));
        var footers = new FooterMaker(files.Look(), files.Look);
        var named = header with { Redacted = redactor.Configured };
        IRecordingOutput output = options.Flight is { } flight
            ? new FlightOutput(options.OutputPath, named, footers, (flight, options.After))
            : new FileOutput(options.OutputPath, named, footers, options.After);
        var triggers = options.Until.IsEmpty ? null : new PipelineTriggers(new TriggerWatch(options.Until), () => NsOf(elapsed), output.Fire);
        var pipeline = new EventPipeline(redactor, output.Store, triggers);
        output.Use(pipeline);
        return new Parts(output, pipeline, new TargetListener(process, options.BufferMiB, pipeline), elapsed, files);
    }

    private async Task<RecordingSummary> RunAsync(IProgress<RecordingProgress>? progress, CancellationToken cancellation)
    {
        using (_output)
        using (_listener)
        {
            using var controlEnd = new CancellationTokenSource();
            var control = _options.Budget is { } budget ? ControlAsync(budget, controlEnd.Token) : Task.CompletedTask;
            await WaitForEndAsync(progress, cancellation).ConfigureAwait(false);
            var targetExited = _listener.Gone.IsCompletedSuccessfully;
            await controlEnd.CancelAsync().ConfigureAwait(false);
            await control.ConfigureAwait(false);
            var stopping = Stopwatch.StartNew();
            var isWhole = await _listener.StopAsync().ConfigureAwait(false);
            var duration = Math.Max(_pipeline.LastNs, NowNs);
            var files = await _output.CompleteAsync(new RecordingEnd(duration, isWhole, targetExited)).ConfigureAwait(false);
            return Summary(duration, targetExited, files) with { Stop = stopping.Elapsed };
        }
    }

    private async Task ControlAsync(double budget, CancellationToken cancellation)
    {
        try
        {
            using var meter = await TargetMeter.StartAsync(_process, cancellation).ConfigureAwait(false);
            _budget = new BudgetControl(meter, new TierGovernor(_options.Tier, budget), _listener.SwitchAsync);
            await _budget.RunAsync(cancellation).ConfigureAwait(false);
            await meter.StopAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is AttachException or OperationCanceledException)
        {
            // the target is going, or the recording is: both end it in their own way
        }
    }

    private async Task WaitForEndAsync(IProgress<RecordingProgress>? progress, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (_options.Duration is { } duration) ending.CancelAfter(duration);
        await using var registration = ending.Token.Register(() => _stop.TrySetResult()).ConfigureAwait(false);
        var end = Task.WhenAny(_listener.Gone, _output.Ended, _stop.Task);
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, Task.Delay(s_progressEvery, CancellationToken.None)).ConfigureAwait(false);
            _output.Tick(NowNs);
            _files.Tick();
            progress?.Report(Progress());
        }
    }

    private RecordingProgress Progress() => new(_elapsed.Elapsed, _pipeline.KeptCount, _pipeline.LostCount, _pipeline.RequestCount)
    {
        Bytes = _output.BytesWritten,
        HeldBytes = _output.HeldBytes,
        Files = _output.FileCount,
        Tier = _pipeline.Tier,
        Cost = _budget?.Cost,
    };

    private RecordingSummary Summary(long durationNs, bool targetExited, ImmutableArray<RecordedFile> files) => new(
        files.IsEmpty ? "" : files[0].Path,
        _pipeline.KeptCount,
        _pipeline.LostCount,
        files.Sum(static file => file.Bytes),
        (int)_pipeline.RequestCount,
        TimeSpan.FromTicks(durationNs / TimeSpan.NanosecondsPerTick),
        targetExited)
    {
        Files = files,
        FirstEvent = _firstEvent is { IsCompletedSuccessfully: true } first ? first.Result : null,
    };

    private static RecordingHeader HeaderOf(DotnetProcess process, ImmutableArray<string> files)
    {
        var version = typeof(RecordingSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var recorded = new RecordedProcess(
            process.ProcessId, process.Name, process.RuntimeVersion, process.OperatingSystem, process.Architecture, Environment.ProcessorCount);
        var assemblies = files.Select(AssemblyReader.ReadIdentity).OfType<RecordedAssembly>().Distinct();
        return new RecordingHeader(version, default, recorded, [.. assemblies], []);
    }

    private static long NsOf(Stopwatch elapsed) => elapsed.Elapsed.Ticks * TimeSpan.NanosecondsPerTick;

    private sealed record Parts(IRecordingOutput Output, EventPipeline Pipeline, TargetListener Listener, Stopwatch Elapsed, LoadedAssemblies Files);
}
