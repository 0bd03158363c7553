using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for database commands: EF Core and SqlClient through the DiagnosticSource bridge, Npgsql by its own source.</summary>
/// <remarks>The text of a command is kept, redacted; the values of its parameters and the connection string are never asked for.</remarks>
public static class DatabaseRules
{
    private const string Failed = "failed";

    // The fields of an event that tells of a command.
    private static readonly ImmutableArray<RecordedField> s_ef = [new(FieldNames.Source, "ef")];
    private static readonly ImmutableArray<RecordedField> s_sqlClient = [new(FieldNames.Source, "sqlclient")];
    private static readonly ImmutableArray<RecordedField> s_npgsql = [new(FieldNames.Source, "npgsql")];

    /// <summary>EF Core sends a command.</summary>
    public static bool EfStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Started(ref payload, context, ref recorded, s_ef);

    /// <summary>EF Core has a command's answer.</summary>
    public static bool EfStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, context, ref recorded, (s_ef, null));

    /// <summary>A command of EF Core failed, or was cancelled.</summary>
    public static bool EfFailed(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, context, ref recorded, (s_ef, Failed));

    /// <summary>SqlClient sends a command.</summary>
    public static bool SqlStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Started(ref payload, context, ref recorded, s_sqlClient);

    /// <summary>SqlClient has a command's answer.</summary>
    public static bool SqlStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, context, ref recorded, (s_sqlClient, null));

    /// <summary>A command of SqlClient failed.</summary>
    public static bool SqlFailed(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, context, ref recorded, (s_sqlClient, Failed));

    /// <summary>Npgsql's CommandStart: a command is sent.</summary>
    public static bool NpgsqlStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var text = context.Redacted.Command(payload.ReadString().ToString());
        recorded = recorded with { Kind = RecordedEventKind.DatabaseStarted, Text = text, Fields = s_npgsql };
        return true;
    }

    /// <summary>Npgsql's CommandStop: a command is answered.</summary>
    public static bool NpgsqlStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.DatabaseStopped, Fields = s_npgsql };
        return true;
    }

    private static bool Started(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded, ImmutableArray<RecordedField> fields)
    {
        var text = "";
        var id = 0L;
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            if (name is BridgedArguments.CommandText) text = context.Redacted.Command(context.Names.Get(value));
            if (name is BridgedArguments.CommandId) id = context.Commands.Begin(value);
        }

        recorded = recorded with { Kind = RecordedEventKind.DatabaseStarted, Text = text, Number = id, Fields = fields };
        return true;
    }

    private static bool Stopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded, (ImmutableArray<RecordedField> Fields, string? Outcome) end)
    {
        var id = 0L;
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            if (name is BridgedArguments.CommandId) id = context.Commands.End(value);
        }

        recorded = recorded with { Kind = RecordedEventKind.DatabaseStopped, Text = end.Outcome, Number = id, Fields = end.Fields };
        return true;
    }
}
