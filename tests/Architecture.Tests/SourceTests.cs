using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class SourceTests
{
    private static IEnumerable<SourceFile> Src => Repository.Sources.Where(static file => file.IsIn("src"));

    [Test]
    public void Files_are_short() => Assert.That(Ratchet.Check(Repository.Sources.SelectMany(SourceRules.LongFiles)), Is.Empty);

    [Test]
    public void Methods_are_short() => Assert.That(Ratchet.Check(Repository.Sources.SelectMany(SourceRules.LongMethods)), Is.Empty);

    [Test]
    public void Signatures_are_short() =>
        Assert.That(
            Ratchet.Check(
                Repository.Sources.SelectMany(SourceRules.LongSignatures),
                "bench/ReplayKit.Bench/RecorderCost.cs: RecordedLoadAsync has 5 parameters",
                "src/Recorder/NetTrace/ThreadSequences.cs: Advance has 5 parameters",
                "tests/Recorder.Tests/Cli/SampleView.cs: Request has 6 parameters",
                "tests/Recorder.Tests/Cli/SampleView.cs: Step has 6 parameters",
                "tests/Recorder.Tests/Cutting/RequestMaker.cs: Request has 5 parameters"),
            Is.Empty);

    [Test]
    public void Files_hold_one_type() => Assert.That(Ratchet.Check(Repository.Sources.SelectMany(SourceRules.SharedFiles)), Is.Empty);

    [Test]
    public void Comments_promise_nothing() => Assert.That(Repository.Sources.SelectMany(SourceRules.Promises), Is.Empty);

    [Test]
    public void Src_never_sleeps() => Assert.That(Src.SelectMany(SourceRules.Sleeps), Is.Empty);

    // Elsewhere only where user code is run, and where what escapes is a result: each of these places says so.
    [Test]
    public void Exceptions_are_all_taken_at_the_command_line_alone() =>
        Assert.That(
            Ratchet.Check(
                Src.Where(static file => !file.IsIn("src/Recorder/Cli")).SelectMany(SourceRules.CatchAlls),
                "src/Harness/Hosting/Exchange.cs: ServeAsync",
                "src/Harness/Hosting/Exchange.cs: EndAsync",
                "src/Harness/Running/IncidentRunner.cs: CatchAsync",
                "src/Hooks/Cancellation/CancellationTokenSourceHooks.cs: RunAll",
                "src/Hooks/Locks/BarrierState.cs: Finish",
                "src/Hooks/Parallel/AsyncLoop.cs: WorkAsync",
                "src/Hooks/Parallel/AsyncLoop.cs: EndAsync",
                "src/Hooks/Parallel/ParallelHooks.cs: Invoke",
                "src/Hooks/Parallel/ParallelLoop.cs: Work",
                "src/Hooks/Parallel/ParallelLoop.cs: End",
                "src/Hooks/Time/SystemTimerModel.cs: Tick",
                "src/Replayer/Execution/StepInvocation.cs: Run",
                "src/Replayer/Execution/StepLoop.cs: Next",
                "src/Replayer/Running/ExplorationRun.cs: RunGuarded",
                "src/Replayer/Running/ExploredResources.cs: RunOutside",
                "src/Replayer/Running/ReplayRun.cs: RunGuarded"),
            Is.Empty);

    [Test]
    public void Sources_are_read()
    {
        Assert.That(Repository.Sources.Select(static file => file.Path), Does.Contain("src/Hooks/Control.cs").And.Contain("tests/Architecture.Tests/SourceTests.cs"));
        Assert.That(Repository.Sources.Select(static file => file.Path), Has.None.Contains("/obj/"));
    }
}
