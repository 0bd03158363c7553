using System.Text.Json;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Shop.Tests;

/// <summary>
/// Replays both incidents on both builds of the shop, and prints one line of JSON for each; then, of the folder that it is given, incidents with a pinned schedule.
/// </summary>
internal static class Driver
{
    private const int ReplayCount = 5;

    private const int SearchedCount = 10;

    public static async Task Main(string[] arguments)
    {
        foreach (var isFixed in new[] { false, true })
        {
            await ReplayAsync(Incidents.Stampede, isFixed, replay => Incidents.PriceIsFetchedOnce(replay, isFixed));
            await ReplayAsync(Incidents.Oversold, isFixed, replay => Incidents.NothingIsOversold(replay, isFixed));
            if (arguments is not [var pinned]) continue;
            await VerifyAsync(Path.Combine(pinned, Path.GetFileName(Incidents.Stampede)), isFixed, replay => Incidents.PriceIsFetchedOnce(replay, isFixed));
            await VerifyAsync(Path.Combine(pinned, Path.GetFileName(Incidents.Oversold)), isFixed, replay => Incidents.NothingIsOversold(replay, isFixed));
        }
    }

    private static async Task VerifyAsync(string path, bool isFixed, Func<Replay, Task> body)
    {
        var searched = await IncidentRunner.Load(path).SearchAsync(body, new SearchBudget(SearchedCount), static run => run.Failure is not null && !run.Result.IsPinMisfit);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            incident = Path.GetFileName(path),
            isFixed,
            pin = searched.Run.Result.Pin.ToString(),
            outcome = searched.Run.Result.Outcome.GetType().Name,
            attempts = searched.Attempts,
            schedule = searched.Run.Result.ScheduleDescription,
        }));
    }

    private static async Task ReplayAsync(string path, bool isFixed, Func<Replay, Task> body)
    {
        var runner = IncidentRunner.Load(path);
        var results = new List<ReplayResult>();
        for (var i = 0; i < ReplayCount; i++) results.Add((await runner.RunAsync(body)).Result);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            incident = Path.GetFileName(path),
            isFixed,
            outcomes = results.Select(static result => result.Outcome.GetType().Name).Distinct(),
            fingerprints = results.Select(static result => result.Fingerprint).Distinct().Count(),
            fidelity = results.Min(static result => result.Fidelity),
            divergence = (results[0].Outcome as RunOutcome.Diverged)?.Divergence.Expected ?? "",
            firstDifference = results[0].Divergence is { } difference ? $"step {difference.Step}: {difference.Expected}: {difference.Cause}" : "",
        }));
    }
}
