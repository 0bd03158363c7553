using Microsoft.Extensions.Internal;

namespace ReplayKit.Hosting;

/// <summary>The clock of a memory cache: virtual under control.</summary>
internal sealed class HookClock : ISystemClock
{
    public DateTimeOffset UtcNow => Hooks.TimeHooks.System.GetUtcNow();
}
