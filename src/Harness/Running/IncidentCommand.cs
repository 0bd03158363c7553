using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Messages;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Running;

/// <summary>Runs a test's body on an incident, and turns what came of it into the test's result.</summary>
internal sealed class IncidentCommand(Test test, string path, Verdict expect, int budget) : TestCommand(test)
{
    /// <summary>Schedules per test, where the test does not say.</summary>
    public const int DefaultBudget = 10;

    public override TestResult Execute(TestExecutionContext context)
    {
        var judgement = Judge(context);
        context.CurrentResult.SetResult(judgement.State, judgement.Message, judgement.StackTrace);
        if (judgement.Note.Length > 0) context.OutWriter.WriteLine(judgement.Note);
        return context.CurrentResult;
    }

    private Judgement Judge(TestExecutionContext context)
    {
        try
        {
            var runner = IncidentRunner.Load(FullPath());
            var settings = RunSettings.Read();
            var asked = new SearchBudget(settings.Schedules ?? budget, settings.Seed ?? 1) { IgnoresPin = settings.Mode != RunMode.Verify };
            var searched = runner.SearchAsync(replay => InvokeAsync(context.TestObject, replay), asked, run => IncidentJudge.Decides(run, expect)).GetAwaiter().GetResult();
            if (settings.Mode == RunMode.Pin && IncidentJudge.ShowsSymptom(searched.Run)) runner.Pin(searched.Run);
            var judged = new JudgedTest(Test.Name, Test.FullName, path, expect, Test.TypeInfo!.Assembly) { Attempts = searched.Attempts };
            return Note(searched.Run.Noted, IncidentJudge.Judge(judged, searched.Run));
        }
        catch (ReplaySetupException exception) when (exception.InnerException is ResultStateException inner)
        {
            return new Judgement(inner.ResultState, inner.Message, StackTraces.UserFrames(inner), "");
        }
        catch (ReplaySetupException exception)
        {
            return new Judgement(ResultState.Error, exception.Message, exception.InnerException is { } cause ? StackTraces.UserFrames(cause) : null, "");
        }
        catch (RecordingException exception)
        {
            return new Judgement(ResultState.Error, exception.Message, null, "");
        }
    }

    // The body ran apart from the test's own result: what it told beside its verdict is carried over.
    private static Judgement Note(ITestResult? noted, Judgement judgement)
    {
        if (noted is null) return judgement;
        foreach (var attachment in noted.TestAttachments) TestContext.AddTestAttachment(attachment.FilePath, attachment.Description);
        var warnings = noted.AssertionResults.Where(static assertion => assertion.Status == AssertionStatus.Warning).Select(static assertion => assertion.Message).ToList();
        return judgement.State == ResultState.Success && warnings.Count > 0
            ? judgement with { State = ResultState.Warning, Message = string.Join(Environment.NewLine, warnings) }
            : judgement;
    }

    private string FullPath() => IncidentPaths.Resolve(path, Path.GetDirectoryName(Test.TypeInfo!.Assembly.Location)!);

    private async Task InvokeAsync(object? fixture, Replay replay)
    {
        switch (BodyInvocation.Call(Test, fixture, replay))
        {
            case Task task:
                await task.ConfigureAwait(false);
                break;
            case ValueTask task:
                await task.ConfigureAwait(false);
                break;
            default:
                throw new ReplaySetupException($"The test {Test.Name} does not return a Task. Make it 'public async Task {Test.Name}(Replay replay)'.");
        }
    }
}
