using System.Net.Http.Json;
using ReplayKit;

namespace WebHost.Tests;

/// <summary>Requests to everything that the service does, at the same time.</summary>
internal static class Traffic
{
    /// <summary>Sends them to a host of their own.</summary>
    /// <returns>The responses, in the order in which they came.</returns>
    public static async Task<string> RunAsync(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        var answers = new List<string>();
        Func<Task>[] operations =
        [
            () => SendAsync("count", client.PostAsync("/count", null)),
            () => SendAsync("count", client.PostAsync("/count", null)),
            () => SendAsync("order", client.PostAsync("/orders/1", null)),
            () => SendAsync("order", client.PostAsync("/orders/1", null)),
            () => SendAsync("price", client.GetAsync("/price/7")),
            () => SendAsync("price", client.GetAsync("/price/7")),
            () => SendAsync("catalogue", client.GetAsync("/catalogue")),
            () => SendAsync("catalogue", client.GetAsync("/catalogue")),
            () => SendAsync("limited", client.GetAsync("/limited")),
            () => SendAsync("limited", client.GetAsync("/limited")),
            () => SendAsync("events", client.GetAsync("/events")),
            () => SendAsync("beats", client.GetAsync("/beats?minutes=2")),
            () => SendAsync("echo", client.PostAsJsonAsync("/echo", new { text = "hello" })),
        ];
        await replay.RunAsync(operations);
        await SendAsync("left", client.GetAsync("/orders/1"));
        return string.Join('\n', answers);

        async Task SendAsync(string name, Task<HttpResponseMessage> sending)
        {
            using var response = await sending;
            answers.Add($"{name}: {(int)response.StatusCode} {string.Join(' ', response.Headers.Concat(response.Content.Headers).Select(static header => $"{header.Key}={string.Join(',', header.Value)}"))} "
                + await response.Content.ReadAsStringAsync());
        }
    }
}
