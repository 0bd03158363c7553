using System.Data.Common;
using System.Diagnostics;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Control;

/// <summary>Makes what EF Core does with a database a scheduling point: before each command and each transaction, and when the connection is given back.</summary>
/// <remarks>
/// EF Core is not woven, and most of its commands complete synchronously; but it tells of each on the thread that sends it, in the middle of a step. A stack that
/// stands still keeps what its connection holds: within a transaction, or under an open reader, that may be a lock of the database, for which another command waits in
/// real time, where nobody can be let go first. So there is no point there, unless the provider is woven as well: then it waits under control.
/// </remarks>
internal sealed class DatabasePoints : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Source = "Microsoft.EntityFrameworkCore";
    private const string Prefix = Source + ".Database.";
    private const string Executing = Prefix + "Command.CommandExecuting";
    private const string Executed = Prefix + "Command.CommandExecuted";
    private const string ReaderDisposing = Prefix + "Command.DataReaderDisposing";
    private const string Closed = Prefix + "Connection.ConnectionClosed";
    private const string Starting = Prefix + "Transaction.TransactionStarting";
    private const string ReaderMethod = "ExecuteReader";

    // The one provider whose asynchronous members are its synchronous ones.
    private const string Synchronous = "Microsoft.Data.Sqlite";
    private readonly EventProperty _command = new("Command");
    private readonly EventProperty _connection = new("Connection");
    private readonly EventProperty _method = new("ExecuteMethod");
    private readonly EventProperty _isAsync = new("IsAsync");
    private readonly Dictionary<string, string> _sites = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Lock _gate = new();

    /// <summary>Begins to listen.</summary>
    public DatabasePoints()
    {
        var all = DiagnosticListener.AllListeners.Subscribe(this);
        lock (_gate) _subscriptions.Add(all);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        List<IDisposable> subscriptions;
        lock (_gate) subscriptions = [.. _subscriptions];
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name != Source) return;
        var subscription = value.Subscribe(this, static name => name is Executing or Executed or ReaderDisposing or Closed or Starting);
        lock (_gate) _subscriptions.Add(subscription);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Hooks.Control.Current is not { } control) return;
        switch (value.Key)
        {
            case Executing when _command.Of<DbCommand>(value.Value) is { } command: Execute(control, command, _isAsync.Of<object>(value.Value) is true); break;
            case Executed when _command.Of<DbCommand>(value.Value)?.Connection is { } connection && _method.Of<object>(value.Value)?.ToString() == ReaderMethod:
                control.StateOf<ConnectionUse>(connection).OpenReaders++;
                break;
            case ReaderDisposing when _command.Of<DbCommand>(value.Value)?.Connection is { } connection: CloseReader(control, connection); break;
            case Closed when _connection.Of<DbConnection>(value.Value) is { } connection: Close(control, connection); break;
            case Starting: control.Point(PointKind.Share, null, SiteOf(CommandName.TransactionBegins)); break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Execute(IControl control, DbCommand command, bool isAsync)
    {
        if (command.Connection is not { } connection) return;
        var holds = command.Transaction is not null || control.StateOf<ConnectionUse>(connection).OpenReaders > 0;
        if (holds && !IsWoven(connection)) return;
        // What completes before it returns is like any other object that is shared; of the rest something comes back from outside control.
        var kind = isAsync && connection.GetType().Namespace != Synchronous ? PointKind.Outside : PointKind.Share;
        control.Point(kind, PlaceOf(control, connection), SiteOf(CommandName.Of(command.CommandText)));
    }

    private static void CloseReader(IControl control, DbConnection connection)
    {
        var use = control.StateOf<ConnectionUse>(connection);
        use.OpenReaders = Math.Max(0, use.OpenReaders - 1);
    }

    private void Close(IControl control, DbConnection connection)
    {
        control.StateOf<ConnectionUse>(connection).OpenReaders = 0;
        control.Point(PointKind.Share, PlaceOf(control, connection), SiteOf("connection closed"));
    }

    private object PlaceOf(IControl control, DbConnection connection) => control.StateOf<DatabasePlaces>(this).Of(connection.DataSource);

    // Places are known by their text's reference, as literals are.
    private string SiteOf(string what)
    {
        if (!_sites.TryGetValue(what, out var site)) _sites.Add(what, site = new CodeSite(CommandName.Database, CommandName.Database, what, "", 0).ToString());
        return site;
    }

    private static bool IsWoven(DbConnection connection) => connection.GetType().Assembly.IsDefined(typeof(WovenAttribute), inherit: false);
}
