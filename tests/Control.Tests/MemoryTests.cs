using System.Reflection;
using Controlled;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Races;

namespace Control.Tests;

/// <summary>The door of the programs whose memory accesses are watched: what they come to, and which races are in them.</summary>
internal sealed class MemoryTests
{
    private const int RepeatCount = 50;

    private static IEnumerable<TestCaseData> Programs =>
        from type in typeof(MemoryProgramAttribute).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(MemoryProgramAttribute))
        select new TestCaseData(method).SetArgDisplayNames($"{type.Name}.{method.Name}");

    private static IEnumerable<TestCaseData> Spinning => Programs.Where(static program => ((MethodInfo)program.Arguments[0]!).DeclaringType!.Name == "SpinningPrograms");

    [TestCaseSource(nameof(Programs))]
    public async Task Program_comes_to_what_it_says_and_has_the_races_it_says(MethodInfo method)
    {
        var program = method.GetCustomAttribute<MemoryProgramAttribute>()!;
        var (seen, result) = await ProgramRun.ExploreAsync(method, OptionsOf(program) with { Schedules = program.Schedules, DetectsRaces = true });
        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EquivalentTo(program.Outcomes), () => ProgramRun.Words(result));
            Assert.That(result.Races.Select(NameOf).Distinct(), Is.EquivalentTo(program.Races), () => string.Join('\n', result.Races));
            Assert.That(result.Escaped, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Programs))]
    public async Task Program_runs_the_same_with_one_seed(MethodInfo method)
    {
        var program = method.GetCustomAttribute<MemoryProgramAttribute>()!;
        var (_, result) = await ProgramRun.ExploreAsync(method, OptionsOf(program) with { Schedules = RepeatCount, IsSeedFixed = true, Seed = 7 });
        Assert.That(result.Fingerprints.Distinct().Count(), Is.EqualTo(1));
        Assert.That(result.Schedules, Is.EqualTo(RepeatCount));
    }

    [TestCaseSource(nameof(Spinning))]
    public async Task What_goes_round_lets_others_go_by_priorities_too(MethodInfo method)
    {
        var program = method.GetCustomAttribute<MemoryProgramAttribute>()!;
        var (seen, result) = await ProgramRun.ExploreAsync(method, OptionsOf(program) with { Schedules = RepeatCount, Strategy = Strategy.Pct() });
        Assert.That(seen, Is.EquivalentTo(program.Outcomes), () => ProgramRun.Words(result));
    }

    private static ExplorationOptions OptionsOf(MemoryProgramAttribute program) =>
        new() { KeepsGoing = true, MemoryPoints = program.HasPoints ? MemoryPoints.All : MemoryPoints.Off };

    private static string NameOf(DataRace race)
    {
        var sides = new[] { MarkOf(race.First), MarkOf(race.Second) }.Order(StringComparer.Ordinal);
        return $"{race.Field}: {string.Join('|', sides)}";
    }

    // Lines move; what their comments say stays.
    private static string MarkOf(RaceAccess access)
    {
        var line = access.Site.File.Length == 0 ? "" : File.ReadAllLines(access.Site.File)[access.Site.Line - 1];
        var at = line.IndexOf("// @", StringComparison.Ordinal);
        return at < 0 ? $"{Path.GetFileName(access.Site.File)}:{access.Site.Line}" : line[(at + 4)..].Trim();
    }
}
