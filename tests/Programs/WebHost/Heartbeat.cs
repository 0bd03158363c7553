namespace WebHost;

/// <summary>Does something once a minute, for as long as the service runs.</summary>
internal sealed class Heartbeat : BackgroundService
{
    private static readonly TimeSpan s_period = TimeSpan.FromMinutes(1);

    /// <summary>How often it did so far.</summary>
    public int Beats { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_period);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Beats++;
    }
}
