using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ReplayKit;

/// <summary>Hosts the service under test in the test's process, so that a replay can drive it.</summary>
public static class ReplayHosting
{
    /// <summary>Starts the service whose entry point is <typeparamref name="TEntryPoint"/>, as it is, on an in-memory server, for <paramref name="replay"/> to drive.</summary>
    /// <typeparam name="TEntryPoint">A type of the service's assembly, usually its <c>Program</c>.</typeparam>
    /// <param name="replay">The replay.</param>
    public static ReplayHost<TEntryPoint> Host<TEntryPoint>(this Replay replay)
        where TEntryPoint : class => Host<TEntryPoint>(replay, static _ => { });

    /// <summary>Starts the service whose entry point is <typeparamref name="TEntryPoint"/> on an in-memory server, for <paramref name="replay"/> to drive.</summary>
    /// <typeparam name="TEntryPoint">A type of the service's assembly, usually its <c>Program</c>.</typeparam>
    /// <param name="replay">The replay.</param>
    /// <param name="configure">Changes for this test: stubs for what the service calls, a database of its own.</param>
    public static ReplayHost<TEntryPoint> Host<TEntryPoint>(this Replay replay, Action<IWebHostBuilder> configure)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(configure);
        return ReplayHost<TEntryPoint>.Start(replay, configure);
    }

    /// <summary>
    /// Starts the service as the factory configures it. The factory stays the caller's: disposing the host leaves it as it is. The schedules of an exploration share
    /// one service for each factory: what it keeps in memory goes from one schedule to the next, unless the test puts it back.
    /// </summary>
    /// <typeparam name="TEntryPoint">The factory's entry point.</typeparam>
    /// <param name="replay">The replay.</param>
    /// <param name="factory">A factory that the test already has.</param>
    public static ReplayHost<TEntryPoint> Host<TEntryPoint>(this Replay replay, WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(factory);
        return ReplayHost<TEntryPoint>.Start(replay, factory);
    }
}
