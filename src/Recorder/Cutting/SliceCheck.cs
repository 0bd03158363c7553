using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Checks that a slice says the same of its requests as the recording it was cut from.</summary>
public static class SliceCheck
{
    /// <summary>Compares requests, steps, outgoing calls and exceptions.</summary>
    /// <param name="source">The graph of the whole recording.</param>
    /// <param name="slice">The graph of the slice.</param>
    /// <param name="kept">Numbers of the requests that the slice keeps.</param>
    /// <returns>One line for each difference; empty when there is none.</returns>
    public static ImmutableArray<string> Differences(CausalGraph source, CausalGraph slice, IReadOnlySet<int> kept)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(slice);
        return
        [
            .. Compare("request", source.Requests.Where(r => kept.Contains(r.Number)).Select(Words), slice.Requests.Select(Words)),
            .. Compare("step", source.Steps.Where(step => kept.Contains(step.Request)).Select(Words), slice.Steps.Select(Words)),
            .. Compare(
                "outgoing call",
                source.OutgoingCalls.Where(call => call.Request is { } number && kept.Contains(number)).Select(static call => $"{call}"),
                slice.OutgoingCalls.Select(static call => $"{call}")),
        ];
    }

    private static IEnumerable<string> Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string[] whole = [.. expected];
        string[] cut = [.. actual];
        for (var i = 0; i < Math.Max(whole.Length, cut.Length); i++)
        {
            var before = i < whole.Length ? whole[i] : "none";
            var after = i < cut.Length ? cut[i] : "none";
            if (before != after) yield return $"{what} {i}: {before} became {after}";
        }
    }

    private static string Words(RecordedRequest request) =>
        $"{request with { Headers = [], Exceptions = [] }} {string.Join(", ", request.Headers)} {string.Join(", ", request.Exceptions)}";

    // A step's index counts the steps of its recording, so it is the one member that a slice may change.
    private static string Words(RecordedStep step) => $"{step with { Index = 0 }}";
}
