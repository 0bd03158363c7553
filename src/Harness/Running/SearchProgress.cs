using NUnit.Framework;

namespace ReplayKit.Running;

/// <summary>Tells how far a search has come, while it runs: first its seed, so that it can be run again whatever becomes of it.</summary>
/// <param name="test">The test's name.</param>
/// <param name="mode">What it does.</param>
internal sealed class SearchProgress(string test, RunMode mode)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private TimeSpan _toldAt;

    // A test that only verifies has little to tell, and there are many of them.
    private bool IsTold => mode != RunMode.Verify;

    /// <summary>Tells what begins.</summary>
    public void Begin(SearchBudget budget)
    {
        if (!IsTold) return;
        var part = budget.Around.Shard.IsWhole ? "" : $", part {budget.Around.Shard}";
        var schedules = budget.Schedules == int.MaxValue ? "" : $", up to {budget.Schedules:N0} schedules";
        var time = budget.TimeLimit is { } limit ? $", up to {limit.TotalSeconds:0} s" : "";
        Write($"{mode.ToString().ToLowerInvariant()}, seed {budget.Seed}{part}{schedules}{time}");
    }

    /// <summary>Tells how many schedules ran, from time to time.</summary>
    public void Tell(int schedules, TimeSpan elapsed)
    {
        if (!IsTold || elapsed - _toldAt < Interval) return;
        _toldAt = elapsed;
        Write($"{schedules:N0} schedules in {elapsed.TotalSeconds:0} s");
    }

    private void Write(string text) => TestContext.Progress.WriteLine($"ReplayKit: {test}: {text}");
}
