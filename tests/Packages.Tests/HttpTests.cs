using NUnit.Framework;
using Packages.Tests.Servers;

namespace Packages.Tests;

/// <summary>HttpClient on a real connection.</summary>
internal sealed class HttpTests : IDisposable
{
    private const int ScheduleCount = 60;
    private readonly HttpServer _server = new();

    public void Dispose() => _server.Dispose();

    [Test]
    public Task Two_requests_get_their_answers() => Runs.CheckAsync(() => GetTwiceAsync([]), "/1 /2");

    [Test]
    public async Task Answers_come_in_either_order()
    {
        var seen = await Runs.SeenAsync(
            async () =>
            {
                var order = new List<string>();
                await GetTwiceAsync(order);
                return string.Join(' ', order);
            },
            ScheduleCount);
        Assert.That(seen, Is.EquivalentTo(["/1 /2", "/2 /1"]));
    }

    [Test]
    public async Task Its_locks_and_awaits_are_scheduling_points()
    {
        Assert.That(await Points.CallsAsync("System.Net.Http", () => GetTwiceAsync([])), Has.Some.Contains("HttpConnectionPool"));
        Assert.That(await Points.AwaitsAsync("System.Net.Http", () => GetTwiceAsync([])), Has.Some.Contains("HttpConnection."));
    }

    private async Task<string> GetTwiceAsync(List<string> order)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return string.Join(' ', await Task.WhenAll(GetAsync("/1"), GetAsync("/2")));

        async Task<string> GetAsync(string path)
        {
            var answer = await client.GetStringAsync(new Uri($"http://127.0.0.1:{_server.Port}{path}"));
            order.Add(answer);
            return answer;
        }
    }
}
