using System.Text;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Search;
using ReplayKit.Running;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Messages;

/// <summary>Says what a run did, in the test's terms: what failed, the interleaving that did it, what differs from the recording, how to replay it.</summary>
internal sealed class FailureMessage
{
    private const string Indent = "  ";
    private readonly JudgedTest _test;
    private readonly IncidentRun _run;
    private readonly InterleavingTable _table;
    private readonly Explanation? _explanation;

    public FailureMessage(JudgedTest test, IncidentRun run, Explanation? explanation = null)
    {
        _test = test;
        _run = run;
        _explanation = explanation;
        _table = new InterleavingTable(run, type => test.Assembly.GetType(type) is not null, explanation);
    }

    /// <summary>The whole message.</summary>
    public string Text => Compose(Headline());

    /// <summary>The message of a test whose open bug does not show any more.</summary>
    public string NoLongerReproduces => Compose(
        $"The incident no longer reproduces: the test's body passed.{Environment.NewLine}"
        + $"{Indent}If the bug is fixed, remove Expect = Verdict.Reproduces: the test then guards the fix.");

    /// <summary>The message of a test that fails otherwise than production did.</summary>
    public string FailsInAnotherWay => Compose(
        $"The test failed, but not with the incident's symptom ({SymptomWords.Of(_run.Replay.Incident.Symptom)}).{Environment.NewLine}{Indent}{Headline()}");

    /// <summary>One line about a run that needs no explanation.</summary>
    public string Summary
    {
        get
        {
            var differs = _run.Result.Divergence is { } divergence ? $" Differs from the recording at step {_table.RowOf(divergence.Step)}: {divergence.Cause}" : "";
            var pin = _run.Result.Pin == PinUse.None ? "" : $" Schedule: {PinWords.Of(_run.Result)}.";
            return $"{IncidentLine()}. {OrderLine()}{pin}{Around()}{differs}";
        }
    }

    private string Compose(string headline)
    {
        var text = new StringBuilder();
        text.AppendLine(_test.Name).Append(Indent).AppendLine(headline).AppendLine();
        text.Append(Indent).AppendLine(IncidentLine()).Append(Indent).AppendLine(OrderLine()).Append(SymptomLine());
        if (_run.Result.Attempt > 1 || _run.Result.Pin != PinUse.None) text.Append(Indent).AppendLine($"Schedule: {PinWords.Of(_run.Result)}.");
        text.AppendLine();
        if (!_run.Result.Steps.IsEmpty) text.Append(_table).AppendLine();
        if (_explanation is not null) text.AppendLine(new ExplanationWords(_explanation, _table.RowHolding).Text);
        Differences(text);
        if (!_run.Result.Escaped.IsEmpty) text.AppendLine(EscapeWords.Of(_run.Result.Escaped, "r"));
        text.Append(Indent).Append("Replay:  dotnet test --filter ").Append(TestFilterText.For(_test.FullName));
        return text.ToString();
    }

    private string Headline() => _run.Result.Outcome switch
    {
        RunOutcome.Passed => "The test's body passed.",
        RunOutcome.TestFailed failed => ExceptionWords.Of(failed.Exception),
        RunOutcome.Deadlocked { BlockedWorkerCount: > 0 and var workers } dead =>
            $"Deadlock: all {workers} workers of the pool are blocked, and what they wait for is queued behind them.{Waits(dead.Waits)}",
        RunOutcome.Deadlocked dead => $"Deadlock: every request waits for another one.{Waits(dead.Waits)}",
        RunOutcome.StepLimit limit => $"The run was stopped after {limit.StepCountMax:N0} steps: the requests do not come to an end.",
        RunOutcome.Diverged => $"Diverged: the replay could not follow the recording, so it says nothing about the test.{FailedAfterwards()}",
        RunOutcome.Uncontrolled stuck => $"Uncontrolled: the run waits for something outside control that did not come. Stub it in the test.{Waits(stuck.Waits)}",
        RunOutcome.InternalError => "Internal error: a fault of ReplayKit, not of the code under test. Please report it, with the incident's folder.",
        _ => throw new InvalidOperationException($"No words for {_run.Result.Outcome}."),
    };

    // It says nothing about the test, and often why the replay could not follow.
    private string FailedAfterwards() =>
        _run.Failure is null or NUnit.Framework.SuccessException ? "" : $"{Environment.NewLine}{Indent}The test's body then ended with: {ExceptionWords.Of(_run.Failure)}";

    private static string Waits(IEnumerable<WaitingOperation> waits) => string.Concat(waits.Select(static wait =>
    {
        var where = wait.Site is { } site ? $"{site.DeclaringType}.{site.Method}  {Path.GetFileName(site.File)}:{site.Line}" : "code that is not woven";
        return $"{Environment.NewLine}{Indent}{Indent}r{wait.Operation} waits in {where}{(wait.Awaited.Length > 0 ? " for " + wait.Awaited : "")}";
    }));

    private string IncidentLine()
    {
        var result = _run.Result;
        var how = result.Outcome switch
        {
            RunOutcome.TestFailed or RunOutcome.Deadlocked when IncidentJudge.ShowsSymptom(_run) => $"reproduced at attempt {result.Attempt}",
            RunOutcome.TestFailed { Exception: not NUnit.Framework.SuccessException } => $"failed at attempt {result.Attempt}",
            RunOutcome.TestFailed => "replayed",
            RunOutcome.Passed => "replayed",
            _ => $"attempt {result.Attempt}",
        };
        return $"Incident {_test.IncidentName} · {how} · {Counted.Of(_run.Replay.Requests.Count, "request")}, {Counted.Of(_table.StepCount, "step")}, "
            + $"{_table.Switches} {(_table.Switches == 1 ? "switch" : "switches")} · {CompletenessWords(result.Completeness)}";
    }

    private string Around() => _test.AllTried is { } count ? $" {CertificateWords.All(count)} passed: there are no others."
        : _test.Attempts > 1 ? $" {_test.Attempts - 1} schedules around it were tried as well." : "";

    private string OrderLine()
    {
        var kept = _run.Result.Constraints;
        if (kept.Total == 0) return "The recording holds no order between different requests.";
        if (kept.Honoured == kept.Total) return $"Order as recorded: {kept.Honoured} of {kept.Total} constraints kept.";
        return $"Order: {kept.Honoured} of {kept.Total} recorded constraints kept, {kept.Reversed} reversed, {kept.Missing} without a counterpart in this build.";
    }

    private void Differences(StringBuilder text)
    {
        if (_run.Result.Divergence is not { } divergence) return;
        text.Append(Indent).AppendLine($"Differs from the recording at step {_table.RowOf(divergence.Step)}:");
        text.Append(Indent).AppendLine($"  expected  {divergence.Expected}");
        text.Append(Indent).AppendLine($"  actual    {(divergence.Actual.Length > 0 ? divergence.Actual : "the request ended")}");
        text.Append(Indent).AppendLine($"  {divergence.Cause}");
        if (!divergence.Around.IsEmpty) text.Append(Indent).AppendLine($"  before it: {string.Join("; ", divergence.Around)}");
        text.AppendLine();
    }

    // Beside an assertion that fails there is nothing to say: the test's own is the symptom.
    private string SymptomLine()
    {
        if (FailureIdentity.Of(_run) is null) return "";
        var symptom = _run.Replay.Incident.Symptom;
        if (!SymptomRule.IsShownBy(_run)) return $"{Indent}It fails in another way than production, which showed {SymptomWords.Of(symptom)}.{Environment.NewLine}";
        return symptom.Kind == SymptomKind.Assertion ? "" : $"{Indent}Same symptom as production: {SymptomWords.Of(symptom)}.{Environment.NewLine}";
    }

    private static string CompletenessWords(Completeness completeness) =>
        completeness.IsComplete ? "recording complete"
        : completeness.EventsLost == 0 ? "recording CUT SHORT, its end is missing"
        : $"recording {(completeness.IsCutShort ? "CUT SHORT, its end is missing and" : "LOSSY,")} {Counted.Of(completeness.EventsLost, "event")} lost";
}
