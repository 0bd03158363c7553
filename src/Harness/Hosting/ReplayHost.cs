using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit.Hosting;

namespace ReplayKit;

/// <summary>The service under test, hosted for one replay. Disposing it stops the service.</summary>
/// <typeparam name="TEntryPoint">A type of the service's assembly.</typeparam>
public sealed class ReplayHost<TEntryPoint> : IAsyncDisposable
    where TEntryPoint : class
{
    private readonly WebApplicationFactory<TEntryPoint> _outer;
    private readonly WebApplicationFactory<TEntryPoint> _controlled;
    private readonly bool _ownsOuter;

    private ReplayHost(WebApplicationFactory<TEntryPoint> outer, WebApplicationFactory<TEntryPoint> controlled, bool ownsOuter)
    {
        _outer = outer;
        _controlled = controlled;
        _ownsOuter = ownsOuter;
    }

    /// <summary>The service's own services.</summary>
    public IServiceProvider Services => _controlled.Services;

    /// <summary>A client for requests of the test's own, outside the replay.</summary>
    public HttpClient CreateClient() => _controlled.CreateClient();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _controlled.DisposeAsync().ConfigureAwait(false);
        if (_ownsOuter) await _outer.DisposeAsync().ConfigureAwait(false);
    }

    internal static ReplayHost<TEntryPoint> Start(
        Replay replay, WebApplicationFactory<TEntryPoint> factory, Action<IWebHostBuilder>? configure, bool ownsFactory)
    {
        var controlled = factory.WithWebHostBuilder(web =>
        {
            configure?.Invoke(web);
            // First among the filters, so that its middleware is outermost: everything of the pipeline runs under control.
            web.ConfigureTestServices(static services => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ControlStartupFilter>()));
        });
        replay.Attach(new WebHostTarget(controlled.Server));
        return new ReplayHost<TEntryPoint>(factory, controlled, ownsFactory);
    }
}
