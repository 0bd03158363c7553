using System.Diagnostics;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.EventPipe;

namespace ReplayKit.Recorder.Budget;

/// <summary>Measures what a target does in a window of time.</summary>
internal sealed class TargetMeter : IDisposable
{
    // The host tells its count four times a second: what is asked sooner is as of the last time.
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly RequestCounter _counter;

    private TargetMeter(Process process, RequestCounter counter)
    {
        _process = process;
        _counter = counter;
    }

    /// <summary>Begins to measure.</summary>
    /// <exception cref="AttachException">The target refuses, does not answer or is gone.</exception>
    internal static async Task<TargetMeter> StartAsync(DotnetProcess target, CancellationToken cancellation)
    {
        var counter = await RequestCounter.StartAsync(target, cancellation).ConfigureAwait(false);
        try
        {
            return new TargetMeter(Process.GetProcessById(target.ProcessId), counter);
        }
        catch (ArgumentException)
        {
            counter.Dispose();
            throw AttachFailures.NoSuchProcess(target.ProcessId);
        }
    }

    /// <summary>Measures a window.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What the target did in it; null when it ended early or the target is gone.</returns>
    internal async Task<LoadSample?> MeasureAsync(TimeSpan length, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(s_settle, cancellation).ConfigureAwait(false);
            var before = Now();
            await Task.Delay(length, cancellation).ConfigureAwait(false);
            var after = Now();
            return new LoadSample(after.Cpu - before.Cpu, after.Requests - before.Requests);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            return null; // stopped, or the process exited
        }
    }

    /// <summary>Ends it.</summary>
    internal Task StopAsync() => _counter.StopAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _counter.Dispose();
        _process.Dispose();
    }

    private LoadSample Now()
    {
        _process.Refresh();
        return new LoadSample(_process.TotalProcessorTime, _counter.Total);
    }
}
