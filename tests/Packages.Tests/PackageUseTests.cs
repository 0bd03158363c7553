using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Polly;
using Polly.Retry;
using Quartz;
using Serilog;

namespace Packages.Tests;

/// <summary>The basic use of each woven package, under control.</summary>
internal sealed class PackageUseTests
{
    [Test]
    public Task Polly_retries_on_virtual_time() => Runs.CheckAsync(
        static async () =>
        {
            var started = DateTime.UtcNow;
            var pipeline = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromMinutes(1), BackoffType = DelayBackoffType.Constant })
                .Build();
            var calls = 0;
            await pipeline.ExecuteAsync(async cancellationToken =>
            {
                await Task.Yield();
                if (++calls < 3) throw new IOException("not yet");
            });
            return $"{calls} calls in {(DateTime.UtcNow - started).TotalMinutes} min";
        },
        "3 calls in 2 min");

    [Test]
    public Task Polly_policies_of_old_retry_on_virtual_time() => Runs.CheckAsync(
        static async () =>
        {
            var started = DateTime.UtcNow;
            var calls = 0;
            await Policy.Handle<IOException>().WaitAndRetryAsync(2, static _ => TimeSpan.FromMinutes(1)).ExecuteAsync(async () =>
            {
                await Task.Yield();
                if (++calls < 3) throw new IOException("not yet");
            });
            return $"{calls} calls in {(DateTime.UtcNow - started).TotalMinutes} min";
        },
        "3 calls in 2 min");

    [Test]
    public Task Serilog_writes_what_two_operations_log() => Runs.CheckAsync(
        static async () =>
        {
            var sink = new MemorySink();
            await using (var log = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger())
            {
                await Task.WhenAll(Task.Run(() => log.Information("Order {Id}", 1)), Task.Run(() => log.Information("Order {Id}", 2)));
            }

            return string.Join(", ", sink.Lines.Order());
        },
        "Order 1, Order 2");

    [Test]
    public Task Singleton_is_made_once_for_two_operations() => Runs.CheckAsync(
        static async () =>
        {
            var made = 0;
            await using var services = new ServiceCollection().AddSingleton(_ =>
            {
                Interlocked.Increment(ref made);
                return new MemorySink();
            }).BuildServiceProvider();
            var both = await Task.WhenAll(Task.Run(services.GetRequiredService<MemorySink>), Task.Run(services.GetRequiredService<MemorySink>));
            return $"{made} made, same: {both[0] == both[1]}";
        },
        "1 made, same: True");

    [Test]
    public Task Channel_hands_over() => Runs.CheckAsync(
        static async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var writer = Task.Run(async () =>
            {
                for (var i = 1; i <= 3; i++) await channel.Writer.WriteAsync(i);
                channel.Writer.Complete();
            });
            var read = new List<int>();
            await foreach (var item in channel.Reader.ReadAllAsync()) read.Add(item);
            await writer;
            return string.Join(' ', read);
        },
        "1 2 3");

    [Test]
    public Task HttpClient_gets_what_its_handler_answers() => Runs.CheckAsync(
        static async () =>
        {
            using var client = new HttpClient(new SlowHandler()) { Timeout = TimeSpan.FromSeconds(30) };
            var both = await Task.WhenAll(client.GetStringAsync(new Uri("http://shop/1")), client.GetStringAsync(new Uri("http://shop/2")));
            return string.Join(' ', both);
        },
        "/1 /2");

    [Test]
    public Task Quartz_computes_when_a_job_is_due() => Runs.CheckAsync(
        static async () =>
        {
            await Task.Yield();
            var job = JobBuilder.Create<NoJob>().WithIdentity("a").Build();
            var trigger = (Quartz.Spi.IOperableTrigger)TriggerBuilder.Create().WithCronSchedule("0 0 12 * * ?", static cron => cron.InTimeZone(TimeZoneInfo.Utc)).StartAt(DateTimeOffset.UtcNow).ForJob(job).Build();
            return $"{trigger.ComputeFirstFireTimeUtc(null):O}";
        },
        "2020-01-01T12:00:00.0000000+00:00");

    [Test]
    public Task Npgsql_is_refused_by_a_closed_port() => Runs.CheckAsync(
        static async () =>
        {
            await Task.Yield();
            using var connection = new Npgsql.NpgsqlConnection("Host=127.0.0.1;Port=1;Username=a;Password=b;Timeout=2;Pooling=false");
            try
            {
                connection.Open();
                return "open";
            }
            catch (Npgsql.NpgsqlException)
            {
                return "refused";
            }
        },
        "refused");

    private sealed class SlowHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(request.RequestUri!.AbsolutePath) };
        }
    }
}
