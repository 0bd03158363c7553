namespace WebHost;

/// <summary>Does something once a minute, for as long as the service runs.</summary>
public sealed class Heartbeat : BackgroundService
{
    private static readonly TimeSpan s_period = TimeSpan.FromMinutes(1);

    /// <summary>How often it did so far.</summary>
    public int Beats { get; private set; }

    /// <summary>Whether it came to its end.</summary>
    public bool HasEnded { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_period);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Beats++;
        }
        finally
        {
            HasEnded = true;
        }
    }
}
