using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Live;

/// <summary>Compares the steps derived from a recording with the journal that the recorded process kept of itself.</summary>
public sealed class LiveStepTests
{
    private RecordedLoad _load = null!;

    [OneTimeSetUp]
    public async Task Record() => _load = await RecordedLoad.MakeAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "steps.rktrace"));

    [Test]
    public void Chain_of_awaits_is_found_step_by_step([Range(1, 40)] int id)
    {
        var steps = _load.OwnSteps(id);
        Assert.That(steps.Select(Describe), Is.EqualTo(new[]
        {
            "arrival",
            "InnerAsync 1/1 after Task.Delay",
            "OuterAsync 1/1 after InnerAsync",
            "InnerAsync 2/1 after Task.Delay",
            "OuterAsync 1/2 after InnerAsync",
            "Main.lambda 1/1 after OuterAsync",
        }));
        Assert.That(steps[1].AwaiterTaskId, Is.EqualTo(steps[2].TaskId));
        Assert.That(steps[3].AwaiterTaskId, Is.EqualTo(steps[4].TaskId));
        Assert.That(steps[4].AwaiterTaskId, Is.EqualTo(steps[5].TaskId));
        Assert.That(_load.Graph.Awaits, Has.One.Matches<AwaitEdge>(e => e!.AwaiterTaskId == steps[4].TaskId && e.AwaitedTaskId == steps[1].TaskId));
    }

    [Test]
    public void Body_of_a_task_is_a_step_of_the_request_that_started_it([Range(201, 208)] int id)
    {
        var steps = _load.OwnSteps(id).Select(Describe).ToArray();
        Assert.That(steps[0], Is.EqualTo("arrival"));
        Assert.That(steps[1], Does.Match("RunAsync.*b__.* 1/1 after $"));
        Assert.That(steps[2], Does.Match("^RunAsync 1/1 after .*RunAsync.*b__"));
        Assert.That(steps[3], Is.EqualTo("RunAsync 1/2 after "));
        Assert.That(steps[4], Is.EqualTo("Main.lambda 1/1 after RunAsync"));
    }

    [Test]
    public void Value_tasks_and_continuations_without_context_are_steps([Range(301, 312)] int id)
    {
        var steps = _load.OwnSteps(id).Select(Describe).ToArray();
        var resumed = steps.Count(static step => step.StartsWith("TakeTurnAsync 1/", StringComparison.Ordinal));
        Assert.That(resumed, Is.InRange(1, 2)); // its turn may be free at once
        Assert.That(steps, Does.Contain($"TakeTurnAsync 1/{resumed} after Task.Delay"));
        Assert.That(steps[^1], Is.EqualTo("Main.lambda 1/1 after TakeTurnAsync"));
    }

    [Test]
    public void All_steps_of_own_code_fit_the_journal_under_one_clock_offset()
    {
        // The recording's clock and the journal's are one clock with an unknown offset. Each note narrows the offset down to the times
        // in which its step ran; that all of them leave one common offset shows that every step's interval holds what ran in it.
        var (low, high) = (long.MinValue, long.MaxValue);
        foreach (var id in Enumerable.Range(1, 40))
        {
            var notes = _load.Journal.Where(note => note.Id == id).ToArray();
            var steps = _load.OwnSteps(id);
            int[] stepOfNote = [0, 0, 1, 2, 2, 3, 4];
            Assert.That(notes, Has.Length.EqualTo(stepOfNote.Length));
            for (var index = 0; index < notes.Length; index++)
            {
                var step = steps[stepOfNote[index]];
                Assert.That(notes[index].ThreadId, Is.EqualTo(step.ThreadId).Or.Zero);
                low = Math.Max(low, notes[index].TimeNs - step.EndNs);
                high = Math.Min(high, notes[index].TimeNs - step.BeginNs);
            }
        }

        Assert.That(low, Is.LessThanOrEqualTo(high));
        AssertNotesOfOthersFit(low, high);
    }

    [Test]
    public void Steps_are_numbered_in_their_total_order()
    {
        var steps = _load.Graph.Steps;
        Assert.That(steps.Select(static step => step.Index), Is.EqualTo(Enumerable.Range(0, steps.Length)));
        Assert.That(steps.Select(static step => step.BeginNs), Is.Ordered);
        Assert.That(steps, Has.All.Matches<RecordedStep>(step => step!.EndNs >= step.BeginNs));
    }

    [Test]
    public void Loop_of_a_connection_belongs_to_no_request() =>
        Assert.That(_load.Graph.Steps.Select(static step => StateMachineName.Readable(step.Method)), Has.None.StartsWith("ProcessRequests"));

    private void AssertNotesOfOthersFit(long low, long high)
    {
        foreach (var note in _load.Journal.Where(static note => note.Id > 40))
        {
            var number = _load.Request(note.Id).Number;
            var holds = _load.Graph.Steps.Any(step =>
                step.Request == number && (note.ThreadId == 0 || step.ThreadId == note.ThreadId)
                && note.TimeNs - step.BeginNs >= low && note.TimeNs - step.EndNs <= high);
            Assert.That(holds, Is.True, $"{note} lies in no step of its request");
        }
    }

    private static string Describe(RecordedStep step) =>
        step.IsArrival
            ? "arrival"
            : $"{StateMachineName.Readable(step.Method)} {step.Invocation}/{step.Resumption} after {StateMachineName.Readable(step.Awaited)}";
}
