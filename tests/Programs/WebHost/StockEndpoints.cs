using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace WebHost;

/// <summary>A minimal API on memory, and a stream of events.</summary>
internal static class StockEndpoints
{
    private const int EventCount = 3;

    public static void MapStock(this WebApplication app)
    {
        var counter = new Counter();
        app.MapPost("/count", async () =>
        {
            var seen = counter.Value;
            await Task.Yield();
            counter.Value = seen + 1;
            return Results.Ok(counter.Value);
        });
        app.MapGet("/count", () => counter.Value);
        app.MapPost("/echo", static (Greeting greeting) => Results.Json(new Greeting(greeting.Text + "!")));
        app.MapGet("/fail", static string () => throw new InvalidOperationException("on purpose"));
        app.MapGet("/slow", static async (CancellationToken cancellationToken) => await Task.Delay(TimeSpan.FromHours(1), cancellationToken));
        app.MapGet("/limited", static async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
            return "done";
        }).RequireRateLimiting(Limits.OneAtATime);
        app.MapGet("/events", static (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(EventsAsync(cancellationToken)));
    }

    private static async IAsyncEnumerable<SseItem<int>> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1; i <= EventCount; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            yield return new SseItem<int>(i, "tick");
        }
    }

    private sealed record Greeting(string Text);

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
