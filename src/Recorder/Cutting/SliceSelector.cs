using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Decides which requests a slice keeps.</summary>
public static class SliceSelector
{
    /// <summary>Most requests that are kept without being asked for by name: more make no test that a person can read.</summary>
    public const int WholeRequestsMax = 200;

    /// <summary>Chooses requests.</summary>
    /// <param name="requests">The recording's requests, in order of arrival.</param>
    /// <param name="durationNs">The recording's length in nanoseconds.</param>
    /// <param name="around">What to choose around; null for the first failed request if there is one, else all.</param>
    /// <param name="only">Keeps only requests whose path fits; null keeps all that were chosen.</param>
    /// <returns>The requests to keep.</returns>
    /// <exception cref="CannotCutException">Nothing fits, or too much does.</exception>
    public static SliceSelection Select(ImmutableArray<RecordedRequest> requests, long durationNs, Around? around, Glob? only)
    {
        if (requests.IsEmpty)
        {
            throw new CannotCutException(
                "The recording holds no request.", "Record again while the service is answering requests; `replaykit show` tells what a recording holds.");
        }

        var focus = FocusOf(requests, around);
        var chosen = Choose(requests, around, focus);
        if (only is not null) chosen = chosen.Where(request => only.Matches(request.Path));
        ImmutableArray<RecordedRequest> kept = [.. chosen];
        if (kept.IsEmpty) throw NothingLeft(around, only);
        if (around is null && focus is null && kept.Length > WholeRequestsMax) throw TooMany(kept.Length);

        var end = kept.Max(request => request.StopNs ?? durationNs);
        return new SliceSelection(kept, focus is not null && kept.Contains(focus) ? focus : null, kept.Min(static r => r.StartNs), end);
    }

    private static RecordedRequest? FocusOf(ImmutableArray<RecordedRequest> requests, Around? around) => around switch
    {
        Around.Request byNumber => requests.FirstOrDefault(request => request.Number == byNumber.Number) ?? throw NoSuchRequest(requests, byNumber.Number),
        Around.Failure => requests.FirstOrDefault(RequestTimes.IsFailed) ?? throw NoFailure(),
        null => requests.FirstOrDefault(RequestTimes.IsFailed),
        _ => null,
    };

    private static IEnumerable<RecordedRequest> Choose(
        ImmutableArray<RecordedRequest> requests, Around? around, RecordedRequest? focus) => around switch
    {
        _ when focus is not null => requests.Where(request => RequestTimes.Overlap(request, focus)),
        Around.Window window => requests.Where(request => RequestTimes.Overlaps(request, window.StartNs, window.StopNs)),
        Around.Path path => requests.Where(request => path.Pattern.Matches(request.Path)),
        _ => requests,
    };

    private static CannotCutException NoSuchRequest(ImmutableArray<RecordedRequest> requests, int number) => new(
        $"The recording has no request {number}.",
        $"Its requests are numbered {requests.Min(static r => r.Number)} to {requests.Max(static r => r.Number)}; `replaykit show` lists them.");

    private static CannotCutException NoFailure() => new(
        "No request of the recording failed with status 500 or above.",
        "Say which part to cut with --around request=N, --around T1..T2 or --around path=GLOB.");

    private static CannotCutException NothingLeft(Around? around, Glob? only) => new(
        only is not null ? $"No request to keep has a path that fits {only}."
        : around is Around.Path path ? $"No request has a path that fits {path.Pattern}."
        : "No request was running in that window.",
        "`replaykit show` lists the requests with their paths and times.");

    private static CannotCutException TooMany(int count) => new(
        $"The recording holds {count} requests and none of them failed, so it does not tell which part matters.",
        "Say which part: --around request=N, --around T1..T2 or --around path=GLOB.");
}
