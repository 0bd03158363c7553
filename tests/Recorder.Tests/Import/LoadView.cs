using Recorder.Tests.Live;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Import;

/// <summary>What a recording says of the load that these tests put on the target, in words that do not depend on time.</summary>
internal sealed class LoadView(Recording recording)
{
    public static int[] ChainIds { get; } = [.. Enumerable.Range(1, 12)];

    public static int[] OutgoingIds { get; } = [101, 102, 103];

    public static int[] RunIds { get; } = [201, 202];

    public static int BoomId => 401;

    public Recording Recording { get; } = recording;

    public CausalGraph Graph { get; } = CausalGraphBuilder.Build(recording);

    public static LoadView Read(string path) => new(RecordingFile.Read(path));

    public static async Task RunAsync(TargetProcess target)
    {
        var chains = ChainIds.Select(id => target.GetAsync($"/chain?id={id}&code=secret{id}"));
        var outgoing = OutgoingIds.Select(id => target.GetAsync($"/outgoing?id={id}"));
        var runs = RunIds.Select(id => target.GetAsync($"/run?id={id}"));
        await Task.WhenAll([.. chains, .. outgoing, .. runs, target.GetAsync($"/boom?id={BoomId}")]);
        await target.GetAsync("/gc?id=601");
    }

    public RecordedRequest Request(int id) => Graph.Requests.Single(request => RecordedLoad.IdOf(request) == id);

    /// <summary>The steps of a request in methods of the target, with what each had awaited.</summary>
    public string[] Steps(int id)
    {
        var own = Recording.Footer.AsyncMethods.Where(static method => method.Assembly == "RecorderTarget").Select(static method => method.RecordedName).ToHashSet();
        var number = Request(id).Number;
        return [.. Graph.Steps
            .Where(step => step.Request == number && (step.IsArrival || own.Contains(step.Method) || step.Method.Contains("b__", StringComparison.Ordinal)))
            .Select(static step => $"{step.Method} {step.Invocation}/{step.Resumption} after {step.Awaited}")];
    }

    /// <summary>Who awaited whom among the named tasks of a request.</summary>
    public string[] Awaits(int id)
    {
        var number = Request(id).Number;
        var names = Graph.Steps.Where(step => step.Request == number && step.TaskId != 0)
            .GroupBy(static step => step.TaskId).ToDictionary(static steps => steps.Key, static steps => $"{steps.First().Method} {steps.First().Invocation}");
        return [.. Graph.Awaits
            .Where(edge => names.ContainsKey(edge.AwaiterTaskId) && names.ContainsKey(edge.AwaitedTaskId))
            .Select(edge => $"{names[edge.AwaiterTaskId]} awaits {names[edge.AwaitedTaskId]}").Order(StringComparer.Ordinal)];
    }
}
