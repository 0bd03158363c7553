using Microsoft.Extensions.Hosting;

namespace ReplayKit.Hosting;

/// <summary>What the host starts and stops in place of a service that is held back.</summary>
internal sealed class HeldServiceShim : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
