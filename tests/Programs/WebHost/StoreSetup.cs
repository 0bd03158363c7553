using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WebHost;

/// <summary>A database in memory for each host; it lives as long as this connection does.</summary>
internal static class StoreSetup
{
    public static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton(static _ =>
        {
            var connection = new SqliteConnection($"Data Source=webhost-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
            connection.Open();
            return connection;
        });
        services.AddDbContext<Store>(static (services, options) => options.UseSqlite(services.GetRequiredService<SqliteConnection>().ConnectionString));
    }

    public static void CreateStore(this WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.Database.EnsureCreated();
        store.Pieces.Add(new Piece { Id = 1, Left = Store.LeftAtFirst });
        store.SaveChanges();
    }
}
