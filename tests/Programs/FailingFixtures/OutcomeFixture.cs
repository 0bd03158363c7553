using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Execution;

namespace FailingFixtures;

/// <summary>Runs that do not come to an end, or that have nothing to do with the recording.</summary>
public sealed class OutcomeFixture
{
    private static readonly LoopOptions Impatient = new() { StepCountMax = 200, StallLimit = TimeSpan.FromMilliseconds(300) };

    [Incident(Paths.Stampede)]
    public async Task Deadlocks(Replay replay)
    {
        replay.Options = Impatient;
        var pair = new Pair();
        await replay.RunAsync(_ => pair.StartAsync());
        Assert.Fail("never judged");
    }

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public Task Deadlocks_as_an_open_bug(Replay replay) => Deadlocks(replay);

    [Incident(Paths.Stampede)]
    public Task Takes_too_many_steps(Replay replay)
    {
        replay.Options = Impatient;
        return replay.RunAsync(static async _ =>
        {
            while (true) await Task.Yield();
        });
    }

    [Incident(Paths.Stampede)]
    public Task Waits_for_the_outside(Replay replay)
    {
        replay.Options = Impatient;
        var never = new TaskCompletionSource();
        return replay.RunAsync(_ => WaitForAsync(never.Task));
    }

    [Incident(Paths.Stampede)]
    public async Task Work_escapes_and_the_body_fails(Replay replay)
    {
        await using var app = replay.HostShop(services: static services => services.AddSingleton<IStartupFilter, Escaping>());
        await replay.RunAsync();
        Assert.Fail("on purpose");
    }

    [Incident(Paths.Stampede)]
    public async Task Cache_scans_for_what_has_expired_and_the_body_fails(Replay replay)
    {
        await using var app = replay.HostShop(services: static services => services.AddSingleton<IStartupFilter, Scanning>());
        await replay.RunAsync();
        Assert.Fail("on purpose");
    }

    [Incident(Paths.Stampede)]
    public async Task Has_no_step_in_common(Replay replay) => await replay.RunAsync(static _ => Task.CompletedTask);

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public async Task Has_no_step_in_common_and_fails(Replay replay)
    {
        await Has_no_step_in_common(replay);
        Assert.Fail("never judged");
    }

    private static async Task WaitForAsync(Task task) => await task;

    /// <summary>Two methods, each of which waits for the other.</summary>
    private sealed class Pair
    {
        private Task _first = Task.CompletedTask;
        private Task _second = Task.CompletedTask;

        public async Task StartAsync()
        {
            (_first, _second) = (FirstAsync(), SecondAsync());
            await _first;
        }

        private async Task FirstAsync()
        {
            await Task.Yield();
            await _second;
        }

        private async Task SecondAsync()
        {
            await Task.Yield();
            await _first;
        }
    }

    /// <summary>Calls a member of the thread pool in a way that no weaver sees: through reflection.</summary>
    private sealed class Escaping : IStartupFilter
    {
        private static readonly Func<WaitCallback, object?, bool> Queue = typeof(ThreadPool)
            .GetMethod(nameof(ThreadPool.UnsafeQueueUserWorkItem), [typeof(WaitCallback), typeof(object)])!
            .CreateDelegate<Func<WaitCallback, object?, bool>>();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(static (context, following) =>
            {
                Queue(static _ => { }, null);
                return following(context);
            });
            next(app);
        };
    }

    /// <summary>Uses a cache that scans at each access, as every cache does once a minute.</summary>
    private sealed class Scanning : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            var cache = new MemoryCache(new MemoryCacheOptions { ExpirationScanFrequency = TimeSpan.Zero });
            app.Use(async (context, rest) =>
            {
                cache.Set("key", 1);
                await rest(context);
            });
            next(app);
        };
    }
}
