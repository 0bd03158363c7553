using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Running;
using ReplayKit.TraceFormat.Causality;

namespace FailingFixtures;

/// <summary>Services that do not take the requests that production served.</summary>
public sealed class RefusedFixture
{
    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public async Task Caller_is_refused(Replay replay)
    {
        await using var app = replay.HostShop(services: static services => services.AddSingleton<IStartupFilter, Guard>());
        await replay.RunAsync();
        Assert.Fail("never judged");
    }

    [Incident(Paths.Stampede)]
    public async Task Request_never_reaches_the_service(Replay replay)
    {
        replay.Attach(new BrokenTarget());
        await replay.RunAsync();
    }

    [Incident(Paths.OfAnotherService)]
    public Task Service_is_not_there(Replay replay) => replay.RunAsync(static _ => Task.CompletedTask);

    private sealed class Guard : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Run(static context =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            });
            next(app);
        };
    }

    private sealed class BrokenTarget : IReplayTarget
    {
        public Task<ReplayedResponse> SendAsync(RecordedRequest request, ReadOnlyMemory<byte> body, OperationEntry entry) =>
            throw new NotSupportedException("The line is down.");
    }
}
