using System.Reflection;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>Gives the framework's own services, which are not woven, the clock that woven code reads.</summary>
internal static class FrameworkTime
{
    // The one place at which output caching takes its clock; not public.
    private const string OutputCacheClock = "TimeProvider";

    public static void MakeVirtual(IServiceCollection services)
    {
        var isKnown = false;
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType != typeof(TimeProvider) || services[i].IsKeyedService) continue;
            isKnown = true;
            if (services[i].ImplementationInstance == TimeProvider.System) services[i] = ServiceDescriptor.Singleton(TimeHooks.System);
        }

        if (!isKnown) services.AddSingleton(TimeHooks.System);
        services.PostConfigure<MemoryCacheOptions>(static options => options.Clock ??= new HookClock());
        services.PostConfigure<OutputCacheOptions>(static options =>
        {
            var clock = typeof(OutputCacheOptions).GetProperty(OutputCacheClock, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
            if (clock?.GetValue(options) == TimeProvider.System) clock.SetValue(options, TimeHooks.System);
        });
    }
}
