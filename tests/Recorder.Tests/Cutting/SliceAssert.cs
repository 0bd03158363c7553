using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cutting;

/// <summary>What every slice must be.</summary>
internal static class SliceAssert
{
    /// <summary>Cuts the requests and asserts that the slice tells of them what its source tells.</summary>
    public static Recording CutsTheSame(Recording source, CausalGraph graph, params IEnumerable<int> numbers)
    {
        var kept = numbers.ToHashSet();
        RecordedRequest[] requests = [.. graph.Requests.Where(request => kept.Contains(request.Number))];
        var window = (Start: requests.Min(static r => r.StartNs), End: requests.Max(r => r.StopNs ?? source.Footer.DurationNs));
        var slice = RecordingSlicer.Slice(source, new SliceSelection([.. requests], null, window.Start, window.End));
        var sliced = CausalGraphBuilder.Build(slice);
        var what = $"requests {string.Join(", ", kept.Order())}";

        Assert.That(sliced.Requests.Select(Words), Is.EqualTo(requests.Select(Words)), what);
        Assert.That(
            sliced.Steps.Select(static step => step with { Index = 0 }),
            Is.EqualTo(graph.Steps.Where(step => kept.Contains(step.Request)).Select(static step => step with { Index = 0 })),
            what);
        Assert.That(
            sliced.OutgoingCalls, Is.EqualTo(graph.OutgoingCalls.Where(call => call.Request is { } number && kept.Contains(number))), what);
        Assert.That(sliced.GcPauses, Is.EqualTo(graph.GcPauses.Where(pause => pause.StartNs <= window.End && pause.StopNs >= window.Start)), what);
        Assert.That(SliceCheck.Differences(graph, sliced, kept), Is.Empty, what);
        Assert.That(slice.Footer.Completeness.EventsKept, Is.EqualTo(slice.Events.Length), what);
        return slice;
    }

    private static string Words(RecordedRequest request) =>
        $"{request with { Headers = [], Exceptions = [] }} {string.Join(", ", request.Headers)} {string.Join(", ", request.Exceptions)}";
}
