using System.Reflection;
using ControlPrograms;
using ReplayKit;

namespace Bench;

/// <summary>
/// How fast schedules are explored, beside Microsoft Coyote, on the same programs: one assembly, woven for us and rewritten for it. The two take turns, so
/// that a machine whose speed drifts slows both. Ratios of schedules per second come from pairs of turns.
/// </summary>
internal static class ControlSpeed
{
    private const string Measurement = "control";
    private const double TurnSeconds = 0.7;
    private const int WarmUpSchedules = 100;
    private const int CalibrationSchedules = 200;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        using var peer = await CoyotePeer.StartAsync(cancellation);
        var figures = new List<Figure>();
        var groups = new[] { ("async", typeof(AsyncPrograms)), ("lock", typeof(LockPrograms)) };
        foreach (var (group, type) in groups)
        {
            var ratios = new List<double>();
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                var (ours, theirs) = await TakeTurnsAsync(peer, method, options.Pairs);
                var quotients = ours.Zip(theirs, static (our, their) => our.SchedulesPerSecond / their.SchedulesPerSecond).ToList();
                figures.AddRange(Figures($"{group} {method.Name}", ours, theirs));
                figures.Add(Figure.Of(Measurement, $"{group} {method.Name}: schedules/s, ours / Coyote", "ratio", quotients));
                ratios.Add(quotients.Order().ElementAt(quotients.Count / 2));
            }

            figures.Add(Figure.Of(Measurement, $"{group} programs: schedules/s, ours / Coyote", "ratio", ratios));
        }

        figures.AddRange(await ControlMemory.MeasureAsync());
        return figures;
    }

    /// <summary>Explores a program: schedules and steps a second. A program whose end is not what it must be ends the measurement.</summary>
    public static async Task<Explored> ExploreAsync(Func<Task> program, int schedules, ulong seed)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await Exploration.RunAsync(_ => program(), new ExplorationOptions { Schedules = schedules, Seed = seed, KeepsGoing = true });
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (result.Failures > 0) throw new InvalidOperationException($"{program.Method.Name} failed in {result.Failures} of {schedules} schedules: {result.FirstFailure!.Outcome} {result.FirstFailure.Exception}");
        return new Explored(result.Schedules, result.Steps, seconds);
    }

    private static async Task<(List<Explored> Ours, List<Explored> Theirs)> TakeTurnsAsync(CoyotePeer peer, MethodInfo method, int rounds)
    {
        var program = method.CreateDelegate<Func<Task>>();
        var name = $"{method.DeclaringType!.FullName}.{method.Name}";
        await ExploreAsync(program, WarmUpSchedules, 1);
        await peer.ExploreAsync(name, WarmUpSchedules, 1);
        var ourCount = CountFor(await ExploreAsync(program, CalibrationSchedules, 1));
        var theirCount = CountFor(await peer.ExploreAsync(name, CalibrationSchedules, 1));
        var (ours, theirs) = (new List<Explored>(), new List<Explored>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await ExploreAsync(program, ourCount, 1 + (ulong)(round * ourCount)));
            theirs.Add(await peer.ExploreAsync(name, theirCount, 1 + (round * theirCount)));
        }

        return (ours, theirs);
    }

    private static int CountFor(Explored calibration) => Math.Max(WarmUpSchedules, (int)(calibration.SchedulesPerSecond * TurnSeconds));

    private static IEnumerable<Figure> Figures(string name, List<Explored> ours, List<Explored> theirs)
    {
        foreach (var (tool, turns) in new[] { ("ours", ours), ("Coyote", theirs) })
        {
            yield return Figure.Of(Measurement, $"{name}: {tool}", "schedules/s", [.. turns.Select(static turn => turn.SchedulesPerSecond)]);
            yield return Figure.Of(Measurement, $"{name}: {tool}", "steps/s", [.. turns.Select(static turn => turn.Steps / turn.Seconds)]);
            yield return Figure.Of(Measurement, $"{name}: {tool}", "steps/schedule", [.. turns.Select(static turn => (double)turn.Steps / turn.Schedules)]);
        }
    }
}
