using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Packages.Tests.Servers;
using Polly;
using Polly.CircuitBreaker;
using Quartz;
using Quartz.Simpl;
using Serilog;

namespace Packages.Tests;

/// <summary>
/// Two operations use a package twice each, and await nothing that is not complete: they can only meet between their two uses, or within one, because
/// the package's own locks, atomic accesses and awaits are scheduling points.
/// </summary>
internal sealed class InterleavingTests
{
    private const int ScheduleCount = 100;
    private static readonly string[] Apart = ["a1 a2 b1 b2", "b1 b2 a1 a2"];

    [Test]
    public Task Polly_lets_others_in_at_the_lock_of_its_circuit_breaker() => CheckAsync("Polly.Core", static log =>
    {
        var pipeline = new ResiliencePipelineBuilder().AddCircuitBreaker(new CircuitBreakerStrategyOptions()).Build();
        return name =>
        {
            pipeline.Execute(() => log.Add(name));
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task Polly_policies_of_old_let_others_in_at_the_lock_of_their_circuit_breaker() => CheckAsync("Polly", static log =>
    {
        var policy = Policy.Handle<IOException>().CircuitBreaker(2, TimeSpan.FromMinutes(1));
        return name =>
        {
            policy.Execute(() => log.Add(name));
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task Serilog_lets_others_in_at_its_cache_of_templates() => CheckAsync("Serilog", static log =>
    {
        var logger = new LoggerConfiguration().WriteTo.Sink(new ListSink(log)).CreateLogger();
        return name =>
        {
#pragma warning disable CA2254 // Each text is a template of its own, which the cache does not know.
            logger.Information(name);
#pragma warning restore CA2254
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task Dependency_injection_lets_others_in_at_the_lock_of_a_singleton() => CheckAsync("Microsoft.Extensions.DependencyInjection", static log =>
    {
        var services = new ServiceCollection();
        foreach (var name in new[] { "a1", "a2", "b1", "b2" }) services.AddKeyedSingleton<object>(name, (_, _) => Made(log, name));
        var provider = services.BuildServiceProvider();
        return name =>
        {
            provider.GetRequiredKeyedService<object>(name);
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task Channel_lets_others_in_at_its_lock() => CheckAsync("System.Threading.Channels", static log =>
    {
        // Called by reflection: a call that is woven is a scheduling point already.
        var channel = Channel.CreateUnbounded<string>();
        var write = typeof(ChannelWriter<string>).GetMethod(nameof(ChannelWriter<>.TryWrite))!;
        var read = typeof(ChannelReader<string>).GetMethod(nameof(ChannelReader<>.TryRead))!;
        return name =>
        {
            write.Invoke(channel.Writer, [name]);
            var item = new object?[1];
            read.Invoke(channel.Reader, item);
            log.Add((string)item[0]!);
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task HttpClient_lets_others_in_where_it_marks_a_request_as_sent() => CheckAsync("System.Net.Http", static log =>
    {
        var client = new HttpClient(new ListHandler(log));
        return name =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://shop/{name}");
            client.Send(request).Dispose();
            return Task.CompletedTask;
        };
    });

    [Test]
    public Task Quartz_lets_others_in_at_the_lock_of_its_store() => CheckAsync("Quartz", static log =>
    {
        var store = new RAMJobStore();
        return async name =>
        {
            await store.StoreJob(JobBuilder.Create<NoJob>().WithIdentity(name).Build(), replaceExisting: false);
            log.Add(name);
        };
    });

    [Test]
    public async Task Npgsql_lets_others_in_while_it_opens_a_connection()
    {
        using var server = new PostgresServer();
        await CheckAsync("Npgsql", log =>
        {
            var source = Npgsql.NpgsqlDataSource.Create(server.PooledConnectionString(2));
            return name =>
            {
                using (source.OpenConnection()) log.Add(name);
                return Task.CompletedTask;
            };
        });
    }

    private static object Made(List<string> log, string name)
    {
        log.Add(name);
        return name;
    }

    private static async Task CheckAsync(string assembly, Func<List<string>, Func<string, Task>> prepare)
    {
        Task<string> Use() => UseAsync(prepare);
        var seen = await Runs.SeenAsync(Use, ScheduleCount);
        Assert.That(seen.Except(Apart), Is.Not.Empty, string.Join(", ", seen));
        Assert.That(await Points.CallsAsync(assembly, Use), Is.Not.Empty);
    }

    private static async Task<string> UseAsync(Func<List<string>, Func<string, Task>> prepare)
    {
        var log = new List<string>();
        var use = prepare(log);
        await Task.WhenAll(Task.Run(() => TwiceAsync(use, "a")), Task.Run(() => TwiceAsync(use, "b")));
        return string.Join(' ', log);
    }

    private static async Task TwiceAsync(Func<string, Task> use, string name)
    {
        await use(name + "1");
        await use(name + "2");
    }
}
