using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.Replayer.Plan;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace Replayer.Tests.Plan;

/// <summary>Database commands divide the steps in which they were sent.</summary>
internal sealed class CommandStepsTests
{
    [Test]
    public void Command_divides_the_step_that_was_running()
    {
        var plan = Plan([Arrival(1, 10, 90)], [Command(1, 20, 30), Command(1, 50, 60)]);
        Assert.That(Words(plan), Is.EqualTo(new[] { "r1 arrival 10-20", "r1 SELECT t 20-50", "r1 SELECT t 50-90" }));
    }

    [Test]
    public void Commands_that_interleaved_are_in_order_though_their_steps_overlap()
    {
        var plan = Plan([Arrival(1, 10, 90), Arrival(2, 11, 91)], [Command(1, 20, 21), Command(2, 30, 31), Command(1, 40, 41), Command(2, 50, 51)]);
        var order = plan.Constraints.Select(constraint => $"{Word(plan.Steps[constraint.First])} before {Word(plan.Steps[constraint.Second])}");
        Assert.That(order, Is.EqualTo(new[]
        {
            "r1 arrival 10-20 before r2 SELECT t 30-50", "r2 arrival 11-30 before r1 SELECT t 40-90", "r1 SELECT t 20-40 before r2 SELECT t 50-91",
        }));
    }

    [Test]
    public void Command_that_changes_something_counts_from_its_answer()
    {
        var writes = Command(1, 20, 60) with { Text = "UPDATE t SET a = 1" };
        var plan = Plan([Arrival(1, 10, 90), Arrival(2, 11, 91)], [writes, Command(2, 30, 31), Command(2, 70, 71)]);
        Assert.That(Words(plan), Is.EqualTo(new[] { "r1 arrival 10-20", "r2 arrival 11-30", "r2 SELECT t 30-70", "r1 UPDATE t 20-90", "r2 SELECT t 70-91" }));
    }

    [Test]
    public void Command_outside_of_any_step_stands_for_itself()
    {
        var plan = Plan([Arrival(1, 10, 20)], [Command(1, 30, 40)]);
        Assert.That(Words(plan), Is.EqualTo(new[] { "r1 arrival 10-20", "r1 SELECT t 30-40" }));
    }

    [Test]
    public void Commands_of_other_sources_and_of_nobody_are_left_out()
    {
        var plan = Plan([Arrival(1, 10, 90)], [Command(1, 20, 30) with { Source = "sqlclient" }, Command(1, 20, 30) with { Request = null }, Command(2, 20, 30)]);
        Assert.That(Words(plan), Is.EqualTo(new[] { "r1 arrival 10-90" }));
    }

    private static ReplayPlan Plan(ImmutableArray<RecordedStep> steps, ImmutableArray<DatabaseCommand> commands)
    {
        var requests = steps.Select(static step => new RecordedRequest
        {
            Number = step.Request, TraceIdentifier = "", Method = "GET", Path = "/", Query = "", Headers = [], StartNs = step.BeginNs,
        });
        var graph = new CausalGraph([.. requests], [.. steps.Select(static (step, index) => step with { Index = index })], [], [], []) { DatabaseCommands = commands };
        var header = new RecordingHeader("", DateTimeOffset.UnixEpoch, new RecordedProcess(0, "", "", "", "", 0), [], []);
        return PlanBuilder.Build(new Recording(header, [], new RecordingFooter(100, Completeness.Empty, [])), graph, new BuildCatalog([], []));
    }

    private static RecordedStep Arrival(int request, long begin, long end) =>
        new() { Index = 0, Request = request, Method = "", TaskId = 0, ThreadId = request, BeginNs = begin, EndNs = end };

    private static DatabaseCommand Command(int request, long start, long stop) => new(request, "ef", "SELECT a FROM t", start, stop, false);

    private static IEnumerable<string> Words(ReplayPlan plan) => plan.Steps.Select(Word);

    private static string Word(PlannedStep step) => $"{step.Anchor} {step.BeginNs}-{step.EndNs}";
}
