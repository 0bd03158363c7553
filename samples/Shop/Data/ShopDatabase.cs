using Microsoft.Data.Sqlite;

namespace Shop.Data;

/// <summary>
/// Where the shop keeps its data: <c>ConnectionStrings:Shop</c>, or a file of its own in the temporary folder, which it
/// deletes when it stops.
/// </summary>
public sealed class ShopDatabase : IDisposable
{
    // How long a writer waits for another one before it gives up.
    private const int BusyTimeoutSeconds = 5;

    private readonly IServiceScopeFactory _scopes;
    private readonly string? _temporaryFile;
    private SqliteConnection? _keptOpen;

    public ShopDatabase(IConfiguration configuration, IServiceScopeFactory scopes)
    {
        _scopes = scopes;
        var configured = configuration.GetConnectionString("Shop");
        if (string.IsNullOrEmpty(configured))
            _temporaryFile = Path.Combine(Path.GetTempPath(), $"shop-{Environment.ProcessId}-{Path.GetRandomFileName()}.db");

        var builder = new SqliteConnectionStringBuilder(configured ?? "");
        builder.DataSource = _temporaryFile ?? builder.DataSource;
        if (!builder.ShouldSerialize("Default Timeout"))
            builder.DefaultTimeout = BusyTimeoutSeconds;
        ConnectionString = builder.ToString();
    }

    public string ConnectionString { get; }

    /// <summary>Creates the tables and fills them, unless that was done before.</summary>
    public void Create()
    {
        KeepMemoryAlive();
        using var scope = _scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        if (!db.Database.EnsureCreated() && db.Items.Any())
            return;

        db.Items.AddRange(Catalogue.Items());
        db.SaveChanges();
    }

    public void Dispose()
    {
        _keptOpen?.Dispose();
        if (_temporaryFile is null)
            return;

        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(_temporaryFile + suffix);
    }

    // An in-memory database lives as long as a connection to it is open.
    private void KeepMemoryAlive()
    {
        if (new SqliteConnectionStringBuilder(ConnectionString).Mode != SqliteOpenMode.Memory)
            return;

        _keptOpen = new SqliteConnection(ConnectionString);
        _keptOpen.Open();
    }
}
