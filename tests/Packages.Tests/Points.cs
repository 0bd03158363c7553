using System.Reflection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace Packages.Tests;

/// <summary>Finds the scheduling points that a use of a package passes within the package itself.</summary>
internal static class Points
{
    private const int SeedCount = 10;
    private const int ContextCount = 12;

    /// <summary>The locks, atomic accesses and uses of shared collections at which an operation stood still, as <c>Type.Method</c>.</summary>
    public static async Task<IReadOnlyCollection<string>> CallsAsync(string assembly, Func<Task<string>> use) =>
        [.. (await StepsAsync(use)).Select(static step => step.Call).OfType<CodeSite>().Where(call => IsOf(assembly, call.DeclaringType)).Select(static call => $"{call.DeclaringType}.{call.Method}: {call.What}").Distinct()];

    /// <summary>The awaits at which a method was resumed, as <c>Type.Method</c>.</summary>
    public static async Task<IReadOnlyCollection<string>> AwaitsAsync(string assembly, Func<Task<string>> use) =>
        [.. (await StepsAsync(use)).Select(static step => step.Site).OfType<AwaitSite>().Where(site => IsOf(assembly, site.DeclaringType)).Select(static site => $"{site.DeclaringType}.{site.Method}: {site.Awaited}").Distinct()];

    /// <summary>Where runs with one seed part, in words; empty when they do not.</summary>
    public static async Task<string> FirstDifferenceAsync(Func<Task<string>> use, int count)
    {
        List<string>? first = null;
        await StepsAsync(use, seed: 7);
        for (var i = 0; i < count; i++)
        {
            var steps = (await StepsAsync(use, seed: 7)).Select(static step => $"{step.Anchor} [{step.Site?.DeclaringType}{step.Call?.DeclaringType} {step.Point} {step.Resource}]").ToList();
            first ??= steps;
            var common = first.Zip(steps).TakeWhile(static pair => pair.First == pair.Second).Count();
            if (common < Math.Max(first.Count, steps.Count)) return $"after {common} steps, {string.Join('\n', first.Take(common).TakeLast(ContextCount))}\nonce\n{string.Join('\n', first.Skip(common).Take(ContextCount))}\nand once\n{string.Join('\n', steps.Skip(common).Take(ContextCount))}";
        }

        return "";
    }

    // The steps of a schedule are told of one that failed.
    private static async Task<List<StepDescription>> StepsAsync(Func<Task<string>> use)
    {
        var steps = new List<StepDescription>();
        for (var seed = 1UL; seed <= SeedCount; seed++) steps.AddRange(await StepsAsync(use, seed));
        return steps;
    }

    private static async Task<IEnumerable<StepDescription>> StepsAsync(Func<Task<string>> use, ulong seed)
    {
        var run = await Exploration.RunAsync(async _ => throw new AllSeenException(await use()), new ExplorationOptions { Schedules = 1, Seed = seed, Bounds = Runs.Bounds });
        Assert.That(run.FirstFailure?.Exception, Is.InstanceOf<AllSeenException>());
        return run.FirstFailure!.Steps.Select(static step => step.Step);
    }

    private static bool IsOf(string assembly, string type) => Assembly.Load(assembly).GetType(type) is not null;
}
