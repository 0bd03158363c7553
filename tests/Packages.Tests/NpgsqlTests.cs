using Npgsql;
using NUnit.Framework;
using Packages.Tests.Servers;

namespace Packages.Tests;

/// <summary>Npgsql on a real connection: what the server sends is there before the next decision, however long it took.</summary>
internal sealed class NpgsqlTests : IDisposable
{
    private const int ScheduleCount = 60;
    private readonly PostgresServer _server = new();

    public void Dispose() => _server.Dispose();

    [Test]
    public Task Number_is_written_and_read() => Runs.CheckAsync(
        async () =>
        {
            _server.Number = 4;
            await AddAsync(_server.ConnectionString);
            return $"{_server.Number}";
        },
        "5");

    [Test]
    public async Task Two_operations_lose_an_update_on_two_connections() =>
        Assert.That(await Runs.SeenAsync(() => AddTwiceAsync(_server.ConnectionString), ScheduleCount), Is.EquivalentTo(["1", "2"]));

    [Test]
    public async Task Two_operations_take_turns_on_a_pool_of_one_connection() =>
        Assert.That(await Runs.SeenAsync(() => AddTwiceAsync(_server.PooledConnectionString(1)), ScheduleCount), Is.EqualTo(["2"]));

    [Test]
    public async Task Awaits_of_its_connections_are_scheduling_points() =>
        Assert.That(await Points.AwaitsAsync("Npgsql", () => AddTwiceAsync(_server.ConnectionString)), Has.Some.Contains("NpgsqlConnection.Open").And.Some.Contains("NpgsqlReadBuffer.Ensure"));

    private async Task<string> AddTwiceAsync(string connection)
    {
        _server.Number = 0;
        await Task.WhenAll(AddAsync(connection), AddAsync(connection));
        return $"{_server.Number}";
    }

    private static async Task AddAsync(string text)
    {
        await using var connection = new NpgsqlConnection(text);
        await connection.OpenAsync();
        await using var read = new NpgsqlCommand("select", connection);
        var number = (int)(await read.ExecuteScalarAsync())!;
#pragma warning disable CA2100 // Made of a number.
        await using var write = new NpgsqlCommand($"update {number + 1}", connection);
#pragma warning restore CA2100
        await write.ExecuteNonQueryAsync();
    }
}
