using System.Reflection;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Control.Tests;

/// <summary>Explores a program and gathers what it comes to.</summary>
internal static class ProgramRun
{
    // No program has a connection: what its streams owe comes from woven code, and is waited for in vain.
    private static readonly TimeSpan ReplyLimit = TimeSpan.FromMilliseconds(1);

    public static async Task<(IReadOnlyCollection<string> Seen, ExplorationResult Result)> ExploreAsync(MethodInfo program, ExplorationOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var answer = "";
        var result = await Exploration.RunAsync(
            async _ => answer = await InvokeAsync(program),
            options with { Bounds = options.Bounds with { ReplyLimit = ReplyLimit }, Progress = (_, outcome) => seen.Add(NameOf(outcome, answer)) });
        return (seen, result);
    }

    public static string Words(ExplorationResult result) =>
        result.FirstFailure is { } failure
            ? $"first failure in schedule {failure.Schedule}, seed {failure.Seed}: {failure.Outcome} {failure.Exception}\n{string.Join('\n', failure.Steps.Select(static step => step.Step.Anchor))}"
            : "";

    private static async Task<string> InvokeAsync(MethodInfo program)
    {
        var returned = program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        return returned is Task<string> task ? await task : (string)returned!;
    }

    private static string NameOf(RunOutcome outcome, string answer) => outcome switch
    {
        RunOutcome.Passed => answer,
        RunOutcome.TestFailed failed => $"throws {failed.Exception.GetType().Name}",
        RunOutcome.Deadlocked => "deadlock",
        _ => outcome.ToString(),
    };
}
