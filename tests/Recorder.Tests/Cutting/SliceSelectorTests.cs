using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using static ReplayKit.Recorder.Tests.Cutting.RequestMaker;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class SliceSelectorTests
{
    private const long DurationNs = 1_000_000_000;

    // r1 |----|              0..10
    // r2    |-----------|    5..50
    // r3         |--|       20..30 failed
    // r4             |--|   40..45
    // r5                  |..  60, never answered
    private static readonly ImmutableArray<RecordedRequest> Five =
    [
        Request(1, 0, 10, path: "/price/1"),
        Request(2, 5, 50, path: "/price/2"),
        Request(3, 20, 30, status: 500, path: "/order"),
        Request(4, 40, 45, path: "/price/4"),
        Request(5, 60, null, path: "/order/5"),
    ];

    [Test]
    public void Select_around_request_keeps_it_and_its_overlaps()
    {
        var selection = SliceSelector.Select(Five, DurationNs, new Around.Request(2), only: null);
        Assert.That(selection.Numbers, Is.EquivalentTo([1, 2, 3, 4]));
        Assert.That(selection.Focus!.Number, Is.EqualTo(2));
    }

    [Test]
    public void Select_around_failure_keeps_first_failed_and_its_overlaps() =>
        Assert.That(SliceSelector.Select(Five, DurationNs, new Around.Failure(), only: null).Numbers, Is.EquivalentTo([2, 3]));

    [Test]
    public void Select_with_no_part_named_cuts_around_the_failure() =>
        Assert.That(SliceSelector.Select(Five, DurationNs, around: null, only: null).Numbers, Is.EquivalentTo([2, 3]));

    [TestCase(32, 42, new[] { 2, 4 })]
    [TestCase(45, 46, new[] { 2, 4 }, Description = "both ends belong to the window")]
    [TestCase(900, 901, new[] { 5 }, Description = "an unanswered request is still running")]
    public void Select_window_keeps_what_was_running_in_it(long startMs, long stopMs, int[] expected)
    {
        var window = new Around.Window(startMs * 1_000_000, stopMs * 1_000_000);
        Assert.That(SliceSelector.Select(Five, DurationNs, window, only: null).Numbers, Is.EquivalentTo(expected));
    }

    [Test]
    public void Select_path_keeps_fitting_requests_and_nothing_else() =>
        Assert.That(
            SliceSelector.Select(Five, DurationNs, new Around.Path(new Glob("/price/*")), only: null).Numbers, Is.EquivalentTo([1, 2, 4]));

    [Test]
    public void Select_only_drops_other_paths_even_the_focus()
    {
        var selection = SliceSelector.Select(Five, DurationNs, new Around.Failure(), new Glob("/price/*"));
        Assert.That(selection.Numbers, Is.EquivalentTo([2]));
        Assert.That(selection.Focus, Is.Null);
    }

    [Test]
    public void Select_without_failure_keeps_all()
    {
        var healthy = Five.RemoveAt(2);
        Assert.That(SliceSelector.Select(healthy, DurationNs, around: null, only: null).Requests, Has.Length.EqualTo(4));
    }

    [Test]
    public void Select_window_of_the_slice_spans_its_requests()
    {
        var selection = SliceSelector.Select(Five, DurationNs, new Around.Failure(), only: null);
        Assert.That((selection.WindowStartNs, selection.WindowEndNs), Is.EqualTo((5_000_000L, 50_000_000L)));
    }

    [Test]
    public void Select_unanswered_request_ends_the_window_with_the_recording() =>
        Assert.That(SliceSelector.Select(Five, DurationNs, new Around.Request(5), only: null).WindowEndNs, Is.EqualTo(DurationNs));

    [Test]
    public void Select_too_many_without_a_part_named_asks_for_one()
    {
        ImmutableArray<RecordedRequest> many = [.. Enumerable.Range(1, SliceSelector.WholeRequestsMax + 1).Select(n => Request(n, n * 10, (n * 10) + 5))];
        var failure = Assert.Throws<CannotCutException>(() => SliceSelector.Select(many, DurationNs, around: null, only: null))!;
        Assert.That(failure.Message, Does.Contain("201 requests"));
        Assert.That(failure.Remedy, Does.Contain("--around"));
        Assert.That(SliceSelector.Select(many.RemoveAt(0), DurationNs, around: null, only: null).Requests, Has.Length.EqualTo(200));
    }

    [Test]
    public void Select_nothing_that_fits_says_so()
    {
        Assert.That(Failure(new Around.Request(9), null), Does.Contain("no request 9"));
        Assert.That(Failure(new Around.Window(52_000_000, 58_000_000), null), Does.Contain("in that window"));
        Assert.That(Failure(new Around.Path(new Glob("/none")), null), Does.Contain("/none"));
        Assert.That(Failure(null, new Glob("/none")), Does.Contain("/none"));
        Assert.That(
            Assert.Throws<CannotCutException>(() => SliceSelector.Select(Five.RemoveAt(2), DurationNs, new Around.Failure(), null))!.Message,
            Does.Contain("No request of the recording failed"));
        Assert.That(
            Assert.Throws<CannotCutException>(() => SliceSelector.Select([], DurationNs, null, null))!.Message, Does.Contain("holds no request"));
    }

    private static string Failure(Around? around, Glob? only) =>
        Assert.Throws<CannotCutException>(() => SliceSelector.Select(Five, DurationNs, around, only))!.Message;
}
