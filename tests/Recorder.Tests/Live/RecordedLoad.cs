using ReplayKit.Recorder;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>One recording of overlapping requests of every kind, with what the target says of itself.</summary>
public sealed class RecordedLoad
{
    public const int NeverId = 701;

    private static readonly (string Path, int FirstId, int Count)[] s_load =
    [
        ("/chain", 1, 40), ("/outgoing", 101, 10), ("/run", 201, 8), ("/turn", 301, 12), ("/boom", 401, 4), ("/sync", 501, 10), ("/gc", 601, 2),
    ];

    public required RecordingSummary Summary { get; init; }

    public required Recording Recording { get; init; }

    public required CausalGraph Graph { get; init; }

    public required JournalEntry[] Journal { get; init; }

    public required string[] Expected { get; init; }

    public required bool TargetAnswersAfterwards { get; init; }

    public static async Task<RecordedLoad> MakeAsync(string path)
    {
        using var target = await TargetProcess.StartAsync();
        var session = await RecordingSession.StartAsync(new RecordOptions { ProcessId = target.Id, OutputPath = path });
        var never = target.GetAsync($"/never?id={NeverId}");
        var urls = s_load.SelectMany(static kind => Enumerable.Range(kind.FirstId, kind.Count).Select(id => $"{kind.Path}?id={id}")).ToArray();
        await Task.WhenAll(urls.Select(target.GetAsync));
        using var body = new StringContent("hello");
        using var echoed = await target.Client.PostAsync("/echo?id=801&Code=abc", body);
        var summary = await session.StopAsync();
        var journal = JournalEntry.ParseAll(await target.GetAsync("/journal?id=0"));
        var answers = await target.GetAsync("/sync?id=999") == "999" && !never.IsCompleted;
        var recording = RecordingFile.Read(path);
        return new RecordedLoad
        {
            Summary = summary,
            Recording = recording,
            Graph = CausalGraphBuilder.Build(recording),
            Journal = journal,
            Expected = urls,
            TargetAnswersAfterwards = answers,
        };
    }

    public RecordedRequest Request(int id) => Graph.Requests.Single(request => IdOf(request) == id);

    public int IdOf(int number) => IdOf(Graph.Requests.Single(request => request.Number == number));

    public static int IdOf(RecordedRequest request) =>
        int.Parse(request.Query.Split("id=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Steps of a request in methods of the target itself, and its arrival.</summary>
    public RecordedStep[] OwnSteps(int id)
    {
        var own = Recording.Footer.AsyncMethods.Where(static method => method.Assembly == "RecorderTarget").Select(static method => method.RecordedName).ToHashSet();
        var number = Request(id).Number;
        return [.. Graph.Steps.Where(step => step.Request == number && (step.IsArrival || own.Contains(step.Method) || step.Method.Contains("b__", StringComparison.Ordinal)))];
    }
}
