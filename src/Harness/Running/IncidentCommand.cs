using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Messages;
using ReplayKit.Replayer.Explaining;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Running;

/// <summary>Runs a test's body on an incident, and turns what came of it into the test's result.</summary>
internal sealed class IncidentCommand(Test test, string path, IncidentSettings settings) : TestCommand(test)
{
    /// <summary>Schedules per test, where the test does not say.</summary>
    public const int DefaultBudget = 10;

    /// <summary>Swaps from the incident that are certified, where the test does not say.</summary>
    public const int DefaultSwaps = 8;

    /// <summary>Schedules to certify at most, where the test does not say.</summary>
    public const int DefaultCertifyBudget = 100_000;

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
            var work = new IncidentWork(IncidentRunner.Load(FullPath()), replay => InvokeAsync(context.TestObject, replay), settings, RunSettings.Read());
            return JudgeAsync(work).GetAwaiter().GetResult();
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

    private async Task<Judgement> JudgeAsync(IncidentWork work)
    {
        var mode = work.Mode;
        var progress = new SearchProgress(Test.Name, mode);
        progress.Begin(work.Budget);
        var searched = await work.SearchAsync(progress.Tell).ConfigureAwait(false);
        var judged = new JudgedTest(Test.Name, Test.FullName, path, settings.Expect, Test.TypeInfo!.Assembly)
        {
            Attempts = searched.Attempts, AllTried = searched.Coverage.IsComplete && mode != RunMode.Certify && work.Budget.Around.Shard.IsWhole ? searched.Coverage.Schedules.Length : null,
        };
        var showsSymptom = IncidentJudge.ShowsSymptom(searched.Run);
        if (mode == RunMode.Pin && showsSymptom) work.Runner.Pin(searched.Run);
        if (mode == RunMode.Minimize && showsSymptom) return await MinimiseAsync(work, judged, searched).ConfigureAwait(false);
        var explanation = settings.Explains && IncidentJudge.IsFailure(judged, searched.Run) ? await work.ExplainAsync(searched.Run).ConfigureAwait(false) : null;
        if (explanation is not null) Attach(judged, explanation);
        var judgement = Note(searched.Run.Noted, IncidentJudge.Judge(judged, searched.Run, explanation));
        if (work.Keeps) judgement = judgement with { Note = KeptWords.Of(showsSymptom, searched) + Environment.NewLine + judgement.Note };
        return new Certificates(work.Runner, judged, work.Budget) { PartsFolder = work.Environment.PartsFolder }.Settle(judgement, searched, mode, settings.RequiresCertificate);
    }

    private static async Task<Judgement> MinimiseAsync(IncidentWork work, JudgedTest judged, SearchedIncident searched)
    {
        var progress = new MinimiseProgress(judged.Name, TestContext.Progress);
        var minimised = await work.MinimiseAsync(searched.Run, progress.Tell).ConfigureAwait(false);
        var explanation = await work.ExplainAsync(minimised.Run).ConfigureAwait(false);
        ExplanationJson.Save(Path.Combine(minimised.Folder, ExplanationJson.FileName), explanation);
        var judgement = IncidentJudge.Judge(judged, minimised.Run, explanation);
        return Note(searched.Run.Noted, judgement with { Note = new MinimisedWords(minimised, searched.Attempts).Text + Environment.NewLine + judgement.Note });
    }

    private static void Attach(JudgedTest judged, Explanation explanation)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{judged.IncidentName}.{ExplanationJson.FileName}");
        ExplanationJson.Save(file, explanation);
        TestContext.AddTestAttachment(file, "Why the incident's test fails");
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
