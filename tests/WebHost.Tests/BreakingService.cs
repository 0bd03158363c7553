using Microsoft.Extensions.Hosting;

namespace WebHost.Tests;

/// <summary>A background service that breaks after a minute.</summary>
internal sealed class BreakingService : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        throw new InvalidOperationException("the service broke");
    }
}
