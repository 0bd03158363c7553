using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;

namespace ReplayKit.Replayer.Control;

/// <summary>Hears of database commands where they are about to be executed, from whoever tells of them: Entity Framework Core, SqlClient.</summary>
internal sealed class DatabaseWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly ImmutableArray<string> Beginnings = ["CommandExecuting", "WriteCommandBefore"];
    private readonly Action<DbCommand> _told;
    private readonly EventProperty _command = new("Command");
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    /// <param name="told">Called on the thread that executes the command.</param>
    public DatabaseWatch(Action<DbCommand> told)
    {
        _told = told;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void Dispose()
    {
        while (_subscriptions.TryTake(out var subscription)) subscription.Dispose();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.EntityFrameworkCore" or "SqlClientDiagnosticListener") _subscriptions.Add(value.Subscribe(this, IsBeginning));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (IsBeginning(value.Key) && _command.Of<DbCommand>(value.Value) is { } command) _told(command);
    }

    private static bool IsBeginning(string name) => Beginnings.Any(beginning => name.EndsWith(beginning, StringComparison.Ordinal));
}
