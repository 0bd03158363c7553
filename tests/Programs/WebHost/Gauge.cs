namespace WebHost;

/// <summary>A hosted service that is no background service: it sets a timer when it starts, and waits for its last tick when it stops.</summary>
public sealed class Gauge : IHostedService, IDisposable
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(10);
    private Timer? _timer;

    /// <summary>How often it looked.</summary>
    public int Readings { get; private set; }

    /// <summary>Whether it was stopped.</summary>
    public bool IsStopped { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        _timer = new Timer(_ => Readings++, null, s_period, s_period);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        _timer?.Change(Timeout.Infinite, Timeout.Infinite);
        IsStopped = true;
    }

    public void Dispose() => _timer?.Dispose();
}
