using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder;

/// <summary>A recording of a live process.</summary>
/// <remarks>
/// It ends by <see cref="RecordOptions.Duration"/>, by <see cref="RecordOptions.StopWhen"/>, by <see cref="StopAsync"/>, by cancellation, or because the
/// target exits. Each end is proper: what was recorded is on disk, and the target runs on unless it exited by itself.
/// </remarks>
public sealed class RecordingSession
{
    private static readonly TimeSpan s_progressEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_drainTimeout = TimeSpan.FromSeconds(10);

    private readonly RecordOptions _options;
    private readonly TargetSession _target;
    private readonly RecordingPump _pump;
    private readonly ImmutableArray<string> _files;
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordingSession(RecordOptions options, TargetSession target, RecordingPump pump, ImmutableArray<string> files)
    {
        _options = options;
        _target = target;
        _pump = pump;
        _files = files;
        Completion = Task.FromException<RecordingSummary>(new InvalidOperationException("The recording was not begun."));
    }

    /// <summary>Ends with the recording. Fails with <see cref="RecordingWriteException"/> when the file cannot be written.</summary>
    public Task<RecordingSummary> Completion { get; private set; }

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
        var process = await DotnetProcesses.FindAsync(options.ProcessId, cancellation).ConfigureAwait(false);
        var files = LoadedFiles.Assemblies(options.ProcessId);
        // The stream tells its own start only with its first event, too late for the file's header. The target takes it within this call.
        var header = HeaderOf(process, files) with { StartUtc = DateTimeOffset.UtcNow };
        var target = await TargetSession.StartAsync(process, options.BufferMiB, cancellation).ConfigureAwait(false);
        var pump = new RecordingPump(target.Events, options, header);
        try
        {
            await pump.StartAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is RecordingWriteException or IOException or FormatException)
        {
            await target.StopAsync().ConfigureAwait(false);
            pump.Dispose();
            target.Dispose();
            if (e is RecordingWriteException) throw;
            throw AttachFailures.NotResponding(process.ProcessId, process.Name, e);
        }

        var session = new RecordingSession(options, target, pump, files);
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

    private async Task<RecordingSummary> RunAsync(IProgress<RecordingProgress>? progress, CancellationToken cancellation)
    {
        using (_target)
        using (_pump)
        {
            await WaitForEndAsync(progress, cancellation).ConfigureAwait(false);
            var targetExited = _pump.Completion.IsCompleted && _pump.Completion.Exception?.InnerException is not RecordingWriteException;
            if (!targetExited) await _target.StopAsync().ConfigureAwait(false);
            var isWhole = await DrainAsync().ConfigureAwait(false);
            return Finish(targetExited, isWhole);
        }
    }

    private async Task WaitForEndAsync(IProgress<RecordingProgress>? progress, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (_options.Duration is { } duration) ending.CancelAfter(duration);
        await using var registration = ending.Token.Register(() => _stop.TrySetResult()).ConfigureAwait(false);
        var end = Task.WhenAny(_pump.Completion, _pump.StopAsked, _stop.Task);
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, Task.Delay(s_progressEvery, CancellationToken.None)).ConfigureAwait(false);
            progress?.Report(new RecordingProgress(
                _elapsed.Elapsed, _pump.KeptCount, _pump.LostCount, _pump.BytesWritten, (int)_pump.RequestCount));
        }
    }

    // A target that was killed or is frozen never ends its stream in the way the format asks for. What came is the recording, and what the
    // runtime still held is missing from it.
    private async Task<bool> DrainAsync()
    {
        if (await Task.WhenAny(_pump.Completion, Task.Delay(s_drainTimeout)).ConfigureAwait(false) != _pump.Completion) _target.Dispose();
        try
        {
            await _pump.Completion.ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or FormatException or ObjectDisposedException)
        {
            _pump.DrainOrder();
            return false;
        }
    }

    private RecordingSummary Finish(bool targetExited, bool isWhole)
    {
        var durationNs = Math.Max(_pump.LastNs, _elapsed.Elapsed.Ticks * TimeSpan.NanosecondsPerTick);
        var completeness = new Completeness(_pump.KeptCount, _pump.LostCount, !isWhole, _pump.Unknown);
        _pump.Close(new RecordingFooter(durationNs, completeness, AsyncMethods()));
        var path = Path.GetFullPath(_options.OutputPath);
        return new RecordingSummary(
            path,
            _pump.KeptCount,
            _pump.LostCount,
            new FileInfo(path).Length,
            (int)_pump.RequestCount,
            TimeSpan.FromTicks(durationNs / TimeSpan.NanosecondsPerTick),
            targetExited);
    }

    // A running target may have loaded further assemblies since the recording began.
    private ImmutableArray<AsyncMethod> AsyncMethods()
    {
        var files = _files.Union(LoadedFiles.Assemblies(_options.ProcessId), StringComparer.Ordinal);
        return [.. files.SelectMany(static file => AssemblyReader.ReadAsyncMethods(file)).Where(method => _pump.Names.Contains(method.RecordedName))];
    }

    private static RecordingHeader HeaderOf(DotnetProcess process, ImmutableArray<string> files)
    {
        var version = typeof(RecordingSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var recorded = new RecordedProcess(
            process.ProcessId, process.Name, process.RuntimeVersion, process.OperatingSystem, process.Architecture, Environment.ProcessorCount);
        var assemblies = files.Select(AssemblyReader.ReadIdentity).OfType<RecordedAssembly>().Distinct();
        return new RecordingHeader(version, default, recorded, [.. assemblies], []);
    }
}
