using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Hooks;
using ReplayKit.Messages;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>Explores schedules of a test: each with its set-up and tear-down, until one fails.</summary>
internal sealed class ExploreCommand(TestCommand innerCommand, ExploreAttribute attribute, ScheduleTurn turn) : DelegatingTestCommand(innerCommand)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        try
        {
            if (!Test.TypeInfo!.Assembly.IsDefined(typeof(WovenAttribute), inherit: false)) throw NotWoven();
            var options = ExploreSettings.For(attribute, RunSettings.Read());
            // Before the first schedule: whatever becomes of the process, it can be run again.
            var part = options.Shard.IsWhole ? "" : $", part {options.Shard}";
            TestContext.Progress.WriteLine($"ReplayKit: {Test.Name}: explore, seed {options.Seed}{part}, strategy {options.Strategy.Name}, up to {options.Schedules:N0} schedules");
            Explore(context, options);
        }
        catch (ReplaySetupException exception)
        {
            context.CurrentResult.SetResult(ResultState.Error, exception.Message, exception.InnerException is { } cause ? StackTraces.UserFrames(cause) : null);
        }

        return context.CurrentResult;
    }

    private void Explore(TestExecutionContext context, ExplorationOptions options)
    {
        var flow = ExecutionContext.Capture()!;
        TestResult? last = null;
        var exploring = Exploration.RunAsync(
            replay => turn.Enter(fixture => BodyInvocation.ExploreAsync(Test, fixture, replay)),
            options with { Around = run => ExecutionContext.Run(flow.CreateCopy(), _ => last = RunOne(run), null) });
        try
        {
            var result = exploring.GetAwaiter().GetResult();
            Tell(context, ExplorationJudge.Judge(new ExploredTest(Test.Name, Test.FullName, Test.TypeInfo!.Assembly, options), result), last);
        }
        catch (FixtureFailedException failed)
        {
            var told = failed.Result;
            context.CurrentResult.SetResult(told.ResultState, told.Message, told.StackTrace);
            context.OutWriter.Write(told.Output);
        }
    }

    private TestResult RunOne(Func<RunOutcome> run)
    {
        // A context of its own: what a schedule left behind that did not come to its end must not be the next one's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        var context = TestExecutionContext.CurrentContext;
        var own = context.CurrentResult = Test.MakeTestResult();
        turn.Give(run);
        using (new FreshFixture(Test, context)) innerCommand.Execute(context);
        // The context hands on the output that it ends with.
        context.CurrentResult = Test.MakeTestResult();
        var isOfFixture = turn.Outcome is null || (turn.Outcome is RunOutcome.Passed && own.ResultState.Status == TestStatus.Failed);
        return isOfFixture ? throw new FixtureFailedException(own) : own;
    }

    // Of the schedules that passed nothing is told: there may be thousands.
    private static void Tell(TestExecutionContext context, Judgement judgement, TestResult? last)
    {
        var warnings = last?.AssertionResults.Where(static assertion => assertion.Status == AssertionStatus.Warning).Select(static assertion => assertion.Message).ToList() ?? [];
        var isWarned = judgement.State == ResultState.Success && warnings.Count > 0;
        context.CurrentResult.SetResult(
            isWarned ? ResultState.Warning : judgement.State, isWarned ? string.Join(Environment.NewLine, warnings) : judgement.Message, judgement.StackTrace);
        if (last is not null)
        {
            foreach (var attachment in last.TestAttachments) TestContext.AddTestAttachment(attachment.FilePath, attachment.Description);
            if (judgement.State != ResultState.Success) context.OutWriter.Write(last.Output);
        }

        if (judgement.Note.Length > 0) context.OutWriter.WriteLine(judgement.Note);
    }

    private ReplaySetupException NotWoven() => new(
        $"{Test.TypeInfo!.Assembly.GetName().Name} is not woven, so its code cannot be controlled. Import ReplayKit.Harness.targets in the test project and build it.");
}
