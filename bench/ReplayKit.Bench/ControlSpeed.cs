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
    private const int FirstSchedules = 20;
    private const int WarmUpSchedules = 100;
    private const int CalibrationSchedules = 200;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        using var peer = await CoyotePeer.StartAsync(cancellation);
        using var web = new WebSpeed();
        var figures = new List<Figure>();
        ComparedProgram[] programs = [.. ComparedProgram.Of("async", typeof(AsyncPrograms)), .. ComparedProgram.Of("lock", typeof(LockPrograms)), .. web.Programs];
        foreach (var group in programs.GroupBy(static program => program.Group))
        {
            var ratios = new List<double>();
            foreach (var program in group)
            {
                var (ours, theirs) = await TakeTurnsAsync(peer, program, options.Pairs);
                var quotients = ours.Zip(theirs, static (our, their) => our.SchedulesPerSecond / their.SchedulesPerSecond).ToList();
                figures.AddRange(Figures($"{program.Group} {program.Name}", ours, theirs));
                figures.Add(Figure.Of(Measurement, $"{program.Group} {program.Name}: schedules/s, ours / Coyote", "ratio", quotients));
                ratios.Add(quotients.Order().ElementAt(quotients.Count / 2));
            }

            figures.Add(Figure.Of(Measurement, $"{group.Key} programs: schedules/s, ours / Coyote", "ratio", ratios));
        }

        figures.AddRange(await ControlMemory.MeasureAsync());
        return figures;
    }

    // A program whose end is not what it must be ends the measurement.
    private static async Task<Explored> ExploreAsync(ComparedProgram program, int schedules, ulong seed)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await Exploration.RunAsync(program.Body, new ExplorationOptions { Schedules = schedules, Seed = seed, KeepsGoing = true });
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (result.Failures > 0) throw new InvalidOperationException($"{program.Name} failed in {result.Failures} of {schedules} schedules: {result.FirstFailure!.Outcome} {result.FirstFailure.Exception}");
        return new Explored(result.Schedules, result.Steps, seconds);
    }

    private static async Task<(List<Explored> Ours, List<Explored> Theirs)> TakeTurnsAsync(CoyotePeer peer, ComparedProgram program, int rounds)
    {
        var (ourCount, theirCount) = (await CalibrateAsync(count => ExploreAsync(program, count, 1)), await CalibrateAsync(count => peer.ExploreAsync(program.PeerMethod, count, 1)));
        var (ours, theirs) = (new List<Explored>(), new List<Explored>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await ExploreAsync(program, ourCount, 1 + (ulong)(round * ourCount)));
            theirs.Add(await peer.ExploreAsync(program.PeerMethod, theirCount, 1 + (round * theirCount)));
        }

        return (ours, theirs);
    }

    // How many schedules a turn takes. What takes long for a few needs no more of them to be warm.
    private static async Task<int> CalibrateAsync(Func<int, Task<Explored>> explore)
    {
        var first = await explore(FirstSchedules);
        if (first.Seconds > TurnSeconds) return FirstSchedules;
        await explore(WarmUpSchedules);
        return CountFor(await explore(CalibrationSchedules));
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
