using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>The service's hosted services that are woven: the host does not start them, they run under control.</summary>
/// <remarks>
/// The host starts outside control, before anything is replayed or explored. What it would start there would run on real time, from then on. So it gets a stand-in for each of
/// them, and the services themselves begin as the first operations of the run, in the host's order, and end with it, in the reverse order.
/// </remarks>
internal sealed class HeldServices : IAsyncDisposable
{
    // What the host allows by default.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);
    private readonly List<IHostedService> _services = [];
    private readonly List<IHostedService> _owned = [];
    private readonly List<IHostedService> _started = [];
    private bool _ignoresFailures;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _services.Count == 0;

    /// <summary>Holds a service back.</summary>
    /// <param name="service">The service.</param>
    /// <param name="isOwned">Whether it is to be disposed of with these.</param>
    /// <param name="services">What it was made from.</param>
    public void Add(IHostedService service, bool isOwned, IServiceProvider services)
    {
        _services.Add(service);
        if (isOwned) _owned.Add(service);
        _ignoresFailures = services.GetService<IOptions<HostOptions>>()?.Value.BackgroundServiceExceptionBehavior == BackgroundServiceExceptionBehavior.Ignore;
    }

    /// <summary>Starts them, one after the other. Called under control.</summary>
    public async Task StartAsync(IControl control)
    {
        _started.Clear();
        foreach (var service in _services.OfType<IHostedLifecycleService>()) await service.StartingAsync(CancellationToken.None).ConfigureAwait(true);
        foreach (var service in _services)
        {
            _started.Add(service);
            if (service is not BackgroundService background || !BackgroundRun.TryBegin(background, control, _ignoresFailures))
                await service.StartAsync(CancellationToken.None).ConfigureAwait(true);
        }

        foreach (var service in _services.OfType<IHostedLifecycleService>()) await service.StartedAsync(CancellationToken.None).ConfigureAwait(true);
    }

    /// <summary>Stops those that were started. Called under control.</summary>
    public async Task StopAsync(IControl control)
    {
        if (_started.Count == 0) return;
        List<IHostedService> stopping = [.. _started.AsEnumerable().Reverse()];
        _started.Clear();
        using var limit = new CancellationTokenSource(ShutdownTimeout, control.Time);
        foreach (var service in stopping.OfType<IHostedLifecycleService>()) await service.StoppingAsync(limit.Token).ConfigureAwait(true);
        foreach (var service in stopping) await service.StopAsync(limit.Token).ConfigureAwait(true);
        foreach (var service in stopping.OfType<IHostedLifecycleService>()) await service.StoppedAsync(limit.Token).ConfigureAwait(true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _owned.AsEnumerable().Reverse())
        {
            if (service is IAsyncDisposable async) await async.DisposeAsync().ConfigureAwait(false);
            else (service as IDisposable)?.Dispose();
        }
    }
}
