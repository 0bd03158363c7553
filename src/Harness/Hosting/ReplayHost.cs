using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using ReplayKit.Hooks;
using ReplayKit.Hosting;

namespace ReplayKit;

/// <summary>The service under test, hosted for one replay, or for one schedule of an exploration. Disposing it stops the service.</summary>
/// <typeparam name="TEntryPoint">A type of the service's assembly.</typeparam>
public sealed class ReplayHost<TEntryPoint> : IAsyncDisposable
    where TEntryPoint : class
{
    private readonly Replay _replay;
    private readonly HostedService<TEntryPoint> _service;
    private readonly bool _isKept;
    private int _requestCount;

    private ReplayHost(Replay replay, HostedService<TEntryPoint> service, bool isKept)
    {
        _replay = replay;
        _service = service;
        _isKept = isKept;
    }

    /// <summary>The service's own services.</summary>
    public IServiceProvider Services => _service.Factory.Services;

    /// <summary>
    /// A client of the service. In an exploration each of its requests is an operation under control. In a replay its requests are the test's own, outside the replay.
    /// </summary>
    public HttpClient CreateClient()
    {
        if (!_replay.IsExploring) return _service.Factory.CreateClient();
        // Real time must not end a request of a schedule.
        return new HttpClient(CreateHandler()) { BaseAddress = _service.Factory.ClientOptions.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What <see cref="CreateClient"/> sends its requests with: for clients that the test makes itself.</summary>
    public HttpMessageHandler CreateHandler() =>
        _replay.IsExploring ? new PipelineHandler(_service.Pipeline, () => ++_requestCount) : _service.Server.CreateHandler();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_replay.IsExploring && Hooks.Control.Current is { } control) await _service.Held.StopAsync(control).ConfigureAwait(true);
        if (_isKept) return;
        if (_replay.IsExploring) _replay.Outside(_service.Dispose);
        else await _service.DisposeAsync().ConfigureAwait(false);
    }

    internal static ReplayHost<TEntryPoint> Start(Replay replay, Action<IWebHostBuilder>? configure)
    {
#pragma warning disable CA2000 // The service owns the factory.
        var service = replay.Outside(() => new HostedService<TEntryPoint>(new WebApplicationFactory<TEntryPoint>(), configure, ownsFactory: true));
#pragma warning restore CA2000
        // The schedule may end before the body disposes of it.
        if (replay.IsExploring) replay.Own(service);
        return Attach(replay, service, isKept: false);
    }

    internal static ReplayHost<TEntryPoint> Start(Replay replay, WebApplicationFactory<TEntryPoint> factory)
    {
        HostedService<TEntryPoint> Make() => new(factory, configure: null, ownsFactory: false);
        return replay.IsExploring ? Attach(replay, replay.Keep(factory, Make), isKept: true) : Attach(replay, Make(), isKept: false);
    }

    private static ReplayHost<TEntryPoint> Attach(Replay replay, HostedService<TEntryPoint> service, bool isKept)
    {
        if (Hooks.Control.Current is { } control && !service.Held.IsEmpty) TaskWaitHooks.Wait(service.Held.StartAsync(control), "");
        replay.Attach(new WebHostTarget(service.Server, service.Held));
        return new ReplayHost<TEntryPoint>(replay, service, isKept);
    }
}
