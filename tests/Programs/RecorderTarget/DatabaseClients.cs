using System.Diagnostics;

namespace RecorderTarget;

/// <summary>Tells of commands as database clients do: by the same sources, names and members, without a database.</summary>
public static class DatabaseClients
{
    private static readonly DiagnosticListener s_ef = new("Microsoft.EntityFrameworkCore");
    private static readonly DiagnosticListener s_sqlClient = new("SqlClientDiagnosticListener");

    public static int Tell(int id)
    {
        Tell(s_ef, "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted", "select 1");
        Tell(s_ef, "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", "Microsoft.EntityFrameworkCore.Database.Command.CommandError", "select 2");
        Tell(s_ef, "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", "Microsoft.EntityFrameworkCore.Database.Command.CommandCanceled", "select 3");
        Tell(s_sqlClient, "Microsoft.Data.SqlClient.WriteCommandBefore", "Microsoft.Data.SqlClient.WriteCommandAfter", "select 4");
        Tell(s_sqlClient, "Microsoft.Data.SqlClient.WriteCommandBefore", "Microsoft.Data.SqlClient.WriteCommandError", "select 5");
        NpgsqlSource.Current.CommandStart("select 6");
        NpgsqlSource.Current.CommandStop();
        NpgsqlSource.Older.CommandStart("select 7");
        NpgsqlSource.Older.CommandStop();
        return id;
    }

    private static void Tell(DiagnosticListener listener, string begin, string end, string text)
    {
        var id = Guid.NewGuid();
        var told = new { CommandId = id, OperationId = id, Command = new { CommandText = text, Parameters = "secret" } };
        if (listener.IsEnabled(begin)) listener.Write(begin, told);
        if (listener.IsEnabled(end)) listener.Write(end, told);
    }
}
