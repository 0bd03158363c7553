namespace WebHost;

/// <summary>The background service, and how often it did what it does.</summary>
internal static class HeartbeatSetup
{
    public static void AddHeartbeat(this IServiceCollection services)
    {
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(static services => services.GetRequiredService<Heartbeat>());
        services.AddHostedService<Gauge>();
    }

    public static void MapHeartbeat(this WebApplication app) =>
        app.MapGet("/beats", async (Heartbeat heartbeat, int minutes) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(1));
            return heartbeat.Beats;
        });
}
