using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Budget;

/// <summary>Keeps a recording within its budget: measures, decides, and switches, until it is stopped.</summary>
/// <param name="meter">Measures the target.</param>
/// <param name="governor">Decides.</param>
/// <param name="switchTo">Makes the recording listen to a tier from now on, for a reason.</param>
internal sealed class BudgetControl(TargetMeter meter, TierGovernor governor, Func<RecordingTier, string, Task> switchTo)
{
    private double _cost = double.NaN;

    /// <summary>What listening costs, relative; null while it is not known. May be asked from any thread.</summary>
    internal double? Cost => Volatile.Read(ref _cost) is var cost && double.IsNaN(cost) ? null : cost;

    /// <summary>Runs until it is cancelled or the target is gone.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var window = governor.Next();
            await switchTo(window.Tier, window.Reason).ConfigureAwait(false);
            if (await meter.MeasureAsync(window.Length, cancellation).ConfigureAwait(false) is not { } measured) return;
            governor.Take(window, measured);
            Volatile.Write(ref _cost, governor.Cost ?? double.NaN);
        }
    }
}
