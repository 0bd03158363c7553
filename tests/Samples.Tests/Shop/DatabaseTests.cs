using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Shop.Data;

namespace Samples.Tests.Shop;

public sealed class DatabaseTests
{
    [Test]
    public void Temporary_database_is_deleted_with_the_shop()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddShopDatabase();
        string file;
        using (var provider = services.BuildServiceProvider())
        {
            var database = provider.GetRequiredService<ShopDatabase>();
            database.Create();
            file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
            Assert.That(File.Exists(file));
        }

        Assert.That(File.Exists(file), Is.False);
    }

    [Test]
    public async Task Configured_database_is_kept_and_filled_once()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var app = new ShopApp(("ConnectionStrings:Shop", $"Data Source={file};Pooling=False")))
                await app.OrderStatusAsync(7);
            await using (var again = new ShopApp(("ConnectionStrings:Shop", $"Data Source={file};Pooling=False")))
                Assert.That((int)await again.OrderStatusAsync(7), Is.EqualTo(409));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Shared_database_in_memory_lives_as_long_as_the_shop()
    {
        await using var app = new ShopApp(("ConnectionStrings:Shop", "Data Source=shop-test;Mode=Memory;Cache=Shared"));

        Assert.That((int)await app.OrderStatusAsync(7), Is.EqualTo(201));
        Assert.That((int)await app.OrderStatusAsync(7), Is.EqualTo(409));
    }
}
