using System.Reflection;
using Controlled;
using NUnit.Framework;
using ReplayKit;

namespace Control.Tests;

/// <summary>Every program goes through one door: what it comes to over many schedules, and that one seed is one run.</summary>
internal sealed class ProgramTests
{
    private const int RepeatCount = 100;

    private static IEnumerable<TestCaseData> Programs =>
        from type in typeof(ProgramAttribute).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let program = method.GetCustomAttribute<ProgramAttribute>()
        where program is not null
        select new TestCaseData(method).SetArgDisplayNames($"{type.Name}.{method.Name}");

    [TestCaseSource(nameof(Programs))]
    public async Task Program_comes_to_what_it_says(MethodInfo method)
    {
        var program = method.GetCustomAttribute<ProgramAttribute>()!;
        var (seen, result) = await ProgramRun.ExploreAsync(method, OptionsOf(program) with { Schedules = program.Schedules });
        Assert.That(seen, Is.EquivalentTo(program.Outcomes), () => ProgramRun.Words(result));
        Assert.That(result.Escaped.Select(static work => string.Join("\n", work.Stack)), Is.Empty);
    }

    [TestCaseSource(nameof(Programs))]
    public async Task Program_runs_the_same_with_one_seed(MethodInfo method)
    {
        var (seen, result) = await ProgramRun.ExploreAsync(
            method, OptionsOf(method.GetCustomAttribute<ProgramAttribute>()!) with { Schedules = RepeatCount, IsSeedFixed = true, Seed = 7 });
        Assert.That(result.Fingerprints.Distinct().Count(), Is.EqualTo(1));
        Assert.That(result.Schedules, Is.EqualTo(RepeatCount));
        Assert.That(seen, Has.Count.EqualTo(1));
    }

    private static ExplorationOptions OptionsOf(ProgramAttribute program) =>
        new() { KeepsGoing = true, MemoryPoints = program.HasMemoryPoints ? MemoryPoints.Fields : MemoryPoints.Off };
}
