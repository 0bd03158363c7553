using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class SeamTests
{
    [Test]
    public void Scheduler_is_asked_by_the_step_loop_alone() =>
        Assert.That(
            SeamRules.Callers("ReplayKit.Replayer.Scheduling.IScheduler", "Decide", BuiltAssemblies.All),
            Is.EqualTo(["ReplayKit.Replayer.Execution.StepLoop"]));

    [Test]
    public void Callers_second_caller_is_found_and_a_wrapper_is_not()
    {
        var sample = Snippet.Compile(
            "Sample",
            """
            public interface IScheduler { int Decide(); }
            public class Loop(IScheduler s) { public int Run() => s.Decide(); }
            public class Other(IScheduler s) { public Func<int> Run() => () => s.Decide(); }
            public class Counting(IScheduler s) : IScheduler { public int Decide() => s.Decide() + 1; }
            """);

        Assert.That(SeamRules.Callers("IScheduler", "Decide", [sample]), Is.EqualTo(["Loop", "Other"]));
    }
}
