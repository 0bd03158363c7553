using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ReplayKit.Hosting;

/// <summary>The service under test, started on an in-memory server, with a door through which control is taken.</summary>
/// <typeparam name="TEntryPoint">A type of the service's assembly.</typeparam>
internal sealed class HostedService<TEntryPoint> : IDisposable
    where TEntryPoint : class
{
    private readonly WebApplicationFactory<TEntryPoint> _outer;
    private readonly bool _ownsOuter;

    /// <summary>Starts it.</summary>
    /// <param name="factory">Configures it.</param>
    /// <param name="configure">Changes for this test; null for none.</param>
    /// <param name="ownsFactory">Whether the factory goes with it.</param>
    public HostedService(WebApplicationFactory<TEntryPoint> factory, Action<IWebHostBuilder>? configure, bool ownsFactory)
    {
        _outer = factory;
        _ownsOuter = ownsFactory;
        Factory = factory.WithWebHostBuilder(web =>
        {
            configure?.Invoke(web);
            // First among the filters, so that its middleware is outermost: everything of the pipeline runs under control.
            web.ConfigureTestServices(static services =>
            {
                FrameworkTime.MakeVirtual(services);
                HeldService.HoldBack(services);
                services.AddSingleton<ServicePipeline>();
                services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ControlStartupFilter>());
            });
        });
        Server = Factory.Server;
    }

    public WebApplicationFactory<TEntryPoint> Factory { get; }

    public TestServer Server { get; }

    /// <summary>What the host would have started, and runs under control instead.</summary>
    public HeldServices Held => Factory.Services.GetRequiredService<HeldServices>();

    public ServicePipeline Pipeline => Factory.Services.GetRequiredService<ServicePipeline>();

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync().ConfigureAwait(false);
        if (_ownsOuter) await _outer.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
