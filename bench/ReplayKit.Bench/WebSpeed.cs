using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using ReplayKit;
using WebPrograms;

namespace Bench;

/// <summary>The web host among the compared programs: one service and one traffic; how a client gets to the service is each tool's own way.</summary>
internal sealed class WebSpeed : IDisposable
{
    private const string Group = "web host";
    private readonly WebApplicationFactory<Entry> _factory = new WebApplicationFactory<Entry>().WithWebHostBuilder(Configure);

    public IEnumerable<ComparedProgram> Programs =>
    [
        new(Group, "shared among schedules", $"{typeof(PeerPrograms).FullName}.{nameof(PeerPrograms.SharedHost)}", SharedAsync),
        new(Group, "fresh for each schedule", $"{typeof(PeerPrograms).FullName}.{nameof(PeerPrograms.FreshHost)}", FreshAsync),
    ];

    public void Dispose() => _factory.Dispose();

    // The service has no files of its own, and its project's folder is not where the factory would look.
    private static void Configure(IWebHostBuilder web) => web.UseContentRoot(AppContext.BaseDirectory);

    private async Task SharedAsync(Replay replay)
    {
        await using var app = replay.Host(_factory);
        using var client = app.CreateClient();
        await Traffic.RunAsync(client);
    }

    private static async Task FreshAsync(Replay replay)
    {
        await using var app = replay.Host<Entry>(Configure);
        using var client = app.CreateClient();
        await Traffic.RunAsync(client);
    }
}
