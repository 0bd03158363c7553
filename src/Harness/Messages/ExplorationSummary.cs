using ReplayKit.Running;

namespace ReplayKit.Messages;

/// <summary>Says in a line what an exploration did that found nothing, and what was not under control in it.</summary>
internal sealed class ExplorationSummary(ExploredTest test, ExplorationResult result)
{
    public string Text
    {
        get
        {
            var options = test.Options;
            var line = $"Explored {Counted.Of(result.Schedules, "schedule")}{(result.IsExhausted ? ", all there are" : "")}, {result.DistinctInterleavings} different · seed {options.Seed}, strategy {options.Strategy.Name}"
                + (options.RunsTwice ? ", each run twice" : "") + ".";
            return result.Escaped.IsEmpty ? line : $"{line}{Environment.NewLine}{EscapeWords.Of(result.Escaped, "r").TrimEnd()}";
        }
    }
}
