using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for database commands: EF Core and SqlClient through the DiagnosticSource bridge, Npgsql by its own source.</summary>
/// <remarks>The text of a command is kept, redacted; the values of its parameters and the connection string are never asked for.</remarks>
public static class DatabaseRules
{
    private const string EntityFramework = "ef";
    private const string SqlClient = "sqlclient";
    private const string Npgsql = "npgsql";
    private const int Completed = 1;
    private const int Failed = 3;

    /// <summary>EF Core sends a command.</summary>
    public static bool EfStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Started(ref payload, context, ref recorded, EntityFramework);

    /// <summary>EF Core has a command's answer.</summary>
    public static bool EfStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, ref recorded, EntityFramework, Completed);

    /// <summary>A command of EF Core failed, or was cancelled.</summary>
    public static bool EfFailed(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, ref recorded, EntityFramework, Failed);

    /// <summary>SqlClient sends a command.</summary>
    public static bool SqlStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Started(ref payload, context, ref recorded, SqlClient);

    /// <summary>SqlClient has a command's answer.</summary>
    public static bool SqlStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, ref recorded, SqlClient, Completed);

    /// <summary>A command of SqlClient failed.</summary>
    public static bool SqlFailed(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded) =>
        Stopped(ref payload, ref recorded, SqlClient, Failed);

    /// <summary>Npgsql's CommandStart: a command is sent.</summary>
    public static bool NpgsqlStarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var text = context.Redactor.Text(payload.ReadString().ToString());
        recorded = recorded with { Kind = RecordedEventKind.DatabaseStarted, Text = text, Fields = [new(FieldNames.Source, Npgsql)] };
        return true;
    }

    /// <summary>Npgsql's CommandStop: a command is answered.</summary>
    public static bool NpgsqlStopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.DatabaseStopped, Number = Completed, Fields = [new(FieldNames.Source, Npgsql)] };
        return true;
    }

    private static bool Started(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded, string source)
    {
        var text = "";
        var id = "";
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            if (name is BridgedArguments.CommandText) text = context.Redactor.Text(context.Names.Get(value));
            if (name is BridgedArguments.CommandId) id = value.ToString();
        }

        recorded = recorded with { Kind = RecordedEventKind.DatabaseStarted, Text = text, Fields = Fields(source, id) };
        return true;
    }

    private static bool Stopped(ref PayloadReader payload, ref RecordedEvent recorded, string source, int outcome)
    {
        var id = "";
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            if (name is BridgedArguments.CommandId) id = value.ToString();
        }

        recorded = recorded with { Kind = RecordedEventKind.DatabaseStopped, Number = outcome, Fields = Fields(source, id) };
        return true;
    }

    private static ImmutableArray<RecordedField> Fields(string source, string id) =>
        id.Length == 0 ? [new(FieldNames.Source, source)] : [new(FieldNames.Source, source), new(FieldNames.Command, id)];
}
