using ControlPrograms;
using ReplayKit;

namespace Bench;

/// <summary>What an exploration holds on to while it runs on: apart from a fingerprint for each schedule, it must not grow.</summary>
internal static class ControlMemory
{
    private const int ScheduleCount = 100_000;
    private const double BytesPerMegabyte = 1e6;
    private const int FingerprintLength = 8;
    private static readonly int[] Marks = [10_000, 50_000, ScheduleCount];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var figures = new List<Figure>();
        foreach (var program in new Func<Task>[] { AsyncPrograms.LostUpdate, LockPrograms.LostUpdateOnThreads }) figures.AddRange(await MeasureAsync(program));
        return figures;
    }

    private static async Task<List<Figure>> MeasureAsync(Func<Task> program)
    {
        var (figures, first) = (new List<Figure>(), 0.0);
        await Exploration.RunAsync(_ => program(), new ExplorationOptions
        {
            Schedules = ScheduleCount,
            KeepsGoing = true,
            Progress = (schedule, _) =>
            {
                if (!Marks.Contains(schedule)) return;
                var heap = GC.GetTotalMemory(forceFullCollection: true);
                if (schedule == Marks[0]) first = heap;
                var name = $"{program.Method.Name}, after {schedule:N0} schedules";
                figures.Add(Figure.Of("control", $"{name}: heap", "MB", [heap / BytesPerMegabyte]));
                figures.Add(Figure.Of("control", $"{name}: working set", "MB", [Environment.WorkingSet / BytesPerMegabyte]));
                if (schedule == Marks[0]) return;
                var grown = (heap - first) / (schedule - Marks[0]);
                figures.Add(Figure.Of("control", $"{name}: heap since {Marks[0]:N0}", "bytes/schedule", [grown]));
                figures.Add(Figure.Of("control", $"{name}: the same without fingerprints", "bytes/schedule", [grown - FingerprintLength]));
            },
        });
        return figures;
    }
}
