using System.Collections.Frozen;

namespace ReplayKit.Recorder.Normalize;

/// <summary>The table provider + event to rule. An event that is not in it is counted as unknown.</summary>
/// <remarks>Which event is needed for what is written in <c>docs/recorder-events.md</c>.</remarks>
public static class EventTable
{
    /// <summary>Rules for events that their number names.</summary>
    public static FrozenDictionary<(RawProvider Provider, int Id), EventRule> ById { get; } =
        new Dictionary<(RawProvider, int), EventRule>
        {
            [(RawProvider.Tasks, 7)] = TaskRules.Scheduled,
            [(RawProvider.Tasks, 10)] = TaskRules.WaitBegan,
            [(RawProvider.Tasks, 11)] = Ignore,    // TaskWaitEnd: the resumption itself follows
            [(RawProvider.Tasks, 12)] = Ignore,    // AwaitTaskContinuationScheduled: the resumption itself follows
            [(RawProvider.Tasks, 14)] = TaskRules.OperationBegan,
            [(RawProvider.Tasks, 15)] = TaskRules.OperationEnded,
            [(RawProvider.Tasks, 16)] = Ignore,    // TraceOperationRelation: joins of combinators, which their waits tell as well
            [(RawProvider.Tasks, 17)] = TaskRules.WorkBegan,
            [(RawProvider.Tasks, 18)] = TaskRules.WorkEnded,
            [(RawProvider.Runtime, 3)] = RuntimeRules.ThreadsRestarted,
            [(RawProvider.Runtime, 7)] = Ignore,   // GCRestartEEBegin: threads run again only at its end
            [(RawProvider.Runtime, 8)] = Ignore,   // GCSuspendEEEnd: threads may stand since its begin
            [(RawProvider.Runtime, 9)] = RuntimeRules.ThreadsSuspended,
            [(RawProvider.Runtime, 80)] = RuntimeRules.ExceptionThrown,
            [(RawProvider.Runtime, 55)] = ThreadRules.PoolResized,
            [(RawProvider.Runtime, 81)] = ThreadRules.ContentionBegan,
            [(RawProvider.Runtime, 91)] = ThreadRules.ContentionEnded,
            [(RawProvider.Runtime, 301)] = ThreadRules.BlockingBegan,
            [(RawProvider.Runtime, 302)] = ThreadRules.BlockingEnded,
            [(RawProvider.Framework, 30)] = ThreadRules.PoolItemQueued,
            [(RawProvider.Framework, 31)] = ThreadRules.PoolItemTaken,
            [(RawProvider.Framework, 150)] = ThreadRules.TimerSet,
            [(RawProvider.Framework, 151)] = ThreadRules.TimerFired,
            [(RawProvider.Npgsql, NpgsqlEvents.Other)] = Ignore,
            [(RawProvider.Npgsql, NpgsqlEvents.CommandStart)] = DatabaseRules.NpgsqlStarted,
            [(RawProvider.Npgsql, NpgsqlEvents.CommandStop)] = DatabaseRules.NpgsqlStopped,
        }.ToFrozenDictionary();

    /// <summary>Rules for events of the DiagnosticSource bridge, which their payload names.</summary>
    public static FrozenDictionary<string, EventRule> ByBridgedName { get; } =
        new Dictionary<string, EventRule>(StringComparer.Ordinal)
        {
            ["Microsoft.AspNetCore.Hosting.HttpRequestIn.Start"] = RequestRules.Started,
            ["Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop"] = RequestRules.Stopped,
            ["System.Net.Http.HttpRequestOut.Start"] = OutgoingRules.Started,
            ["System.Net.Http.HttpRequestOut.Stop"] = OutgoingRules.Stopped,
            ["Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting"] = DatabaseRules.EfStarted,
            ["Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted"] = DatabaseRules.EfStopped,
            ["Microsoft.EntityFrameworkCore.Database.Command.CommandError"] = DatabaseRules.EfFailed,
            ["Microsoft.EntityFrameworkCore.Database.Command.CommandCanceled"] = DatabaseRules.EfFailed,
            ["Microsoft.Data.SqlClient.WriteCommandBefore"] = DatabaseRules.SqlStarted,
            ["Microsoft.Data.SqlClient.WriteCommandAfter"] = DatabaseRules.SqlStopped,
            ["Microsoft.Data.SqlClient.WriteCommandError"] = DatabaseRules.SqlFailed,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static bool Ignore(ref PayloadReader payload, RuleContext context, ref TraceFormat.Model.RecordedEvent recorded) => false;
}
