using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>An incident with a request whose body the recording does not hold.</summary>
public sealed class BodyFixture
{
    /// <summary>What the test supplies.</summary>
    public const string Supplied = "{\"sku\":16}";

    [Incident(Paths.WithBody)]
    public async Task Body_is_not_supplied(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }

    [Incident(Paths.WithBody, Expect = Verdict.Reproduces)]
    public Task Body_is_not_supplied_to_a_test_of_an_open_bug(Replay replay) => Body_is_not_supplied(replay);

    [Incident(Paths.WithBody, Budget = 1)]
    public async Task Body_is_supplied(Replay replay)
    {
        var bodies = new BodyReader();
        replay.Bodies[replay.Requests[0].Number] = Encoding.UTF8.GetBytes(Supplied);
        await using var app = replay.HostShop(isFixed: true, services => services.AddSingleton<IStartupFilter>(bodies));
        await replay.RunAsync();
        Assert.That(bodies.Read, Is.EqualTo(new[] { Supplied, "" }));
    }

    private sealed class BodyReader : IStartupFilter
    {
        public List<string> Read { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                Read.Add(await reader.ReadToEndAsync());
                await following(context);
            });
            next(app);
        };
    }
}
