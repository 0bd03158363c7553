using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cutting;

/// <summary>Slices of a recording of a real service under overlapping load of every kind.</summary>
public sealed class LiveSliceTests
{
    private RecordedLoad _load = null!;

    [OneTimeSetUp]
    public async Task Record() =>
        _load = await RecordedLoad.MakeAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "live-slice.rktrace"));

    [Test]
    public void Slice_of_each_request_tells_the_same_of_it_as_the_recording()
    {
        foreach (var request in _load.Graph.Requests) SliceAssert.CutsTheSame(_load.Recording, _load.Graph, request.Number);
    }

    [Test]
    public void Slice_of_all_requests_tells_the_same_as_the_recording() =>
        SliceAssert.CutsTheSame(_load.Recording, _load.Graph, _load.Graph.Requests.Select(static request => request.Number));

    [Test]
    public void Slice_of_random_requests_tells_the_same_of_them_as_the_recording([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var some = _load.Graph.Requests.Select(static request => request.Number).Where(_ => random.Next(10) < 1 + (seed % 9)).ToArray();
        if (some.Length > 0) SliceAssert.CutsTheSame(_load.Recording, _load.Graph, some);
    }

    [Test]
    public void Slice_of_one_request_leaves_the_noise_out()
    {
        var request = _load.Graph.Requests.First(static request => request.Path == "/chain");
        var slice = SliceAssert.CutsTheSame(_load.Recording, _load.Graph, request.Number);
        Assert.That(slice.Events.Length, Is.LessThan(_load.Recording.Events.Length / 10));
        Assert.That(slice.Events.Count(static e => e.Kind == RecordedEventKind.RequestStarted), Is.EqualTo(1));
        Assert.That(slice.Footer.AsyncMethods.Length, Is.LessThan(_load.Recording.Footer.AsyncMethods.Length));
    }

    [Test]
    public void Slice_of_a_recording_with_random_losses_is_a_recording([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var left = _load.Recording.Events.RemoveAll(_ => random.Next(20) == 0);
        var lost = _load.Recording.Events.Length - left.Length;
        var footer = _load.Recording.Footer with { Completeness = new Completeness(left.Length, lost, false, []) };
        var lossy = _load.Recording with { Events = left, Footer = footer };
        var graph = CausalGraphBuilder.Build(lossy);
        var window = new SliceSelection([.. graph.Requests.Take(5)], null, 0, footer.DurationNs);
        var slice = RecordingSlicer.Slice(lossy, window);
        Assert.That(CausalGraphBuilder.Build(slice).Requests.Select(static request => request.Number), Is.EqualTo(window.Requests.Select(static request => request.Number)));
        Assert.That(slice.Footer.Completeness.EventsLost, Is.EqualTo(lost));
    }
}
