using System.Net;
using System.Net.Http.Json;
using NUnit.Framework;
using ReplayKit;

namespace WebHost.Tests;

/// <summary>What requests of an exploration get: the same as through a server, and under control.</summary>
public sealed class RequestTests
{
    [Explore(Schedules = 20, RunsTwice = true)]
    public async Task Post_with_a_body_is_answered(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        var response = await client.PostAsJsonAsync("/echo", new { text = "hello" });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("{\"text\":\"hello!\"}"));
    }

    [Explore(Schedules = 5)]
    public async Task Unknown_path_is_not_found(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        Assert.That((await client.GetAsync("/nowhere")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Explore(Schedules = 5)]
    public async Task What_escapes_the_service_is_thrown_at_the_caller(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        try
        {
            await client.GetAsync("/fail");
            Assert.Fail("nothing was thrown");
        }
        catch (InvalidOperationException exception)
        {
            Assert.That(exception.Message, Is.EqualTo("on purpose"));
        }
    }

    [Explore(Schedules = 20, RunsTwice = true)]
    public async Task Caller_that_gives_up_cancels_the_request(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        using var leaving = new CancellationTokenSource();
        var started = DateTime.UtcNow;
        await replay.RunAsync(AskAsync, LeaveAsync);

        async Task AskAsync()
        {
            try
            {
                await client.GetAsync("/slow", leaving.Token);
                Assert.Fail("nothing was thrown");
            }
            catch (OperationCanceledException)
            {
                Assert.That(DateTime.UtcNow - started, Is.EqualTo(TimeSpan.FromMinutes(1)));
            }
        }

        async Task LeaveAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(1));
            leaving.Cancel();
        }
    }

    [Explore(Schedules = 20, RunsTwice = true)]
    public async Task Events_come_one_by_one_on_virtual_time(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        var started = DateTime.UtcNow;
        using var response = await client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data", StringComparison.Ordinal)) lines.Add($"{line} after {(DateTime.UtcNow - started).TotalSeconds}");
        }

        Assert.That(lines, Is.EqualTo(new[] { "data: 1 after 1", "data: 2 after 2", "data: 3 after 3" }));
    }

    [Explore(Schedules = 100)]
    public async Task Limited_requests_wait_or_are_turned_away(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        var codes = new List<HttpStatusCode>();
        async Task AskAsync() => codes.Add((await client.GetAsync("/limited")).StatusCode);
        await replay.RunAsync(AskAsync, AskAsync, AskAsync);
        Assert.That(codes, Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
    }

    // Output caching takes an answer of the same instant for one that is not fresh any more, and at an instant of virtual time much happens.
    [Explore(Schedules = 50)]
    public async Task Cached_answer_is_served_later(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        var answers = new List<string>();
        async Task AskAsync() => answers.Add(await client.GetStringAsync("/catalogue"));
        await AskAsync();
        await Task.Delay(TimeSpan.FromSeconds(30));
        await replay.RunAsync(AskAsync, AskAsync);
        Assert.That(answers, Is.EqualTo(new[] { "catalogue 1", "catalogue 1", "catalogue 1" }));
    }
}
