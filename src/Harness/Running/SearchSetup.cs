using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>How far an incident is searched: what the test says, unless the environment says otherwise.</summary>
internal static class SearchSetup
{
    public static SearchBudget For(IncidentSettings settings, RunSettings environment, RunMode mode)
    {
        var isCertifying = mode == RunMode.Certify;
        var seconds = environment.Seconds ?? settings.Seconds;
        // A limit of time alone is not cut short by a number of schedules that nobody asked for.
        var schedules = environment.Schedules ?? (isCertifying ? settings.CertifyBudget : environment.Seconds is null ? settings.Budget : int.MaxValue);
        return new SearchBudget(schedules, environment.Seed ?? 1)
        {
            IgnoresPin = mode is RunMode.Search or RunMode.Pin or RunMode.Minimize,
            TimeLimit = seconds > 0 ? TimeSpan.FromSeconds(seconds) : null,
            IsExhaustive = isCertifying,
            Around = isCertifying ? Certified(settings, environment) : new SwapOptions { Shard = environment.Shard },
        };
    }

    private static SwapOptions Certified(IncidentSettings settings, RunSettings environment)
    {
        // A number of swaps that the environment names is one of all orders.
        var onlyConflicts = environment.CertifiesConflicts ?? settings.CertifiesConflicts;
        return new SwapOptions
        {
            SwapsMax = onlyConflicts ? int.MaxValue : environment.Swaps ?? settings.Swaps,
            OnlyConflicts = onlyConflicts,
            Shard = environment.Shard,
        };
    }
}
