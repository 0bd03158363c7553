using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>One registration of a hosted service that may be held back.</summary>
/// <param name="registration">The service's own.</param>
/// <param name="held">Where it is held.</param>
internal sealed class HeldService(ServiceDescriptor registration, HeldServices held)
{
    private readonly Lock _gate = new();
    private IHostedService? _service;

    /// <summary>Replaces each hosted service, at the first request for it, which is the host's, by a stand-in; whoever asks later gets the service.</summary>
    public static void HoldBack(IServiceCollection services)
    {
        var held = new HeldServices();
        // By a function, so that it is disposed of.
        services.AddSingleton(_ => held);
        for (var i = 0; i < services.Count; i++)
        {
            var registration = services[i];
            if (registration.ServiceType != typeof(IHostedService) || registration.IsKeyedService || IsOfOthers(registration)) continue;
            services[i] = ServiceDescriptor.Transient<IHostedService>(new HeldService(registration, held).Get);
        }
    }

    private IHostedService Get(IServiceProvider services)
    {
        lock (_gate)
        {
            if (_service is not null) return _service;
            _service = Make(services);
            // Those of packages and of the framework run as they are.
            if (!IsWoven(_service.GetType())) return _service;
            held.Add(_service, registration.ImplementationInstance is null, services);
            return new HeldServiceShim();
        }
    }

    private IHostedService Make(IServiceProvider services) => (IHostedService)(registration switch
    {
        { ImplementationInstance: { } instance } => instance,
        { ImplementationFactory: { } factory } => factory(services),
        _ => ActivatorUtilities.CreateInstance(services, registration.ImplementationType!),
    });

    private static bool IsOfOthers(ServiceDescriptor registration) =>
        (registration.ImplementationType ?? registration.ImplementationInstance?.GetType()) is { } type && !IsWoven(type);

    private static bool IsWoven(Type type) => type.Assembly.IsDefined(typeof(WovenAttribute), inherit: false);
}
