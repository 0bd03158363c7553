using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using static ReplayKit.Recorder.Tests.Cutting.RequestMaker;

namespace ReplayKit.Recorder.Tests.Cutting;

internal sealed class ThrowingMethodTests
{
    private static readonly Symptom Thrown = new(SymptomKind.Exception, "Shop.OutOfStockException");

    [TestCase(120, "TakeAsync", Description = "while that step ran, the first time")]
    [TestCase(150, "", Description = "between two steps")]
    [TestCase(105, "", Description = "on arrival: no async method had resumed")]
    [TestCase(165, "", Description = "in the framework")]
    public void Exception_is_named_after_the_step_that_ran_when_it_was_first_thrown(int thrownMs, string method)
    {
        var failed = Request(1, 100, 200, status: 500) with
        {
            Exceptions = [new RecordedException(thrownMs * 1_000_000L, Thrown.Detail, ""), new RecordedException(190_000_000, Thrown.Detail, "")],
        };
        Assert.That(Name(Thrown, failed).Method, Is.EqualTo(method));
    }

    [Test]
    public void Other_symptom_stays_as_it_is()
    {
        var status = new Symptom(SymptomKind.Status, "500");
        Assert.That(Name(status, Request(1, 100, 200, status: 500)), Is.EqualTo(status));
    }

    private static Symptom Name(Symptom symptom, RecordedRequest failed)
    {
        var graph = new CausalGraph([failed], [Step(0, "", 100, 110), Step(1, "<TakeAsync>d__3", 115, 130), Step(2, "<SendAsync>d__1", 160, 170)], [], [], []);
        AsyncMethod[] methods = [new("<TakeAsync>d__3", "Shop", "Shop.Stock", "TakeAsync", false), new("<SendAsync>d__1", "System.Net.Http", "System.Net.Http.HttpClient", "SendAsync", true)];
        var footer = new RecordingFooter(1_000_000_000, Completeness.Empty, [.. methods]);
        return ThrowingMethod.Name(symptom, new SliceSelection([failed], failed, failed.StartNs, failed.StopNs!.Value), graph, footer);
    }

    private static RecordedStep Step(int index, string method, long beginMs, long endMs) => new()
    {
        Index = index, Request = 1, Method = method, TaskId = index, ThreadId = 1, BeginNs = beginMs * 1_000_000, EndNs = endMs * 1_000_000,
    };
}
