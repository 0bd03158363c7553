using System.Diagnostics;
using System.Reflection;

namespace Recorder.Tests.Live;

/// <summary>The service to record, as a process of its own.</summary>
public sealed class TargetProcess : IDisposable
{
    private readonly Process _process;

    private TargetProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public static string ProgramPath { get; } =
        typeof(TargetProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RecorderTarget").Value!;

    public int Id => _process.Id;

    public HttpClient Client { get; }

    public bool HasExited => _process.HasExited;

    public static async Task<TargetProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(ProgramPath);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The target exited before it listened.");
        var target = new TargetProcess(process, new Uri(address));
        await target.GetAsync("/sync?id=0"); // the first request of all builds the routes, and the ones that come meanwhile wait for them
        return target;
    }

    public async Task<string> GetAsync(string path)
    {
        var id = path.Split("id=")[^1].Split('&')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", $"Bearer token-of-{id}");
        request.Headers.Add("X-Request-Id", id);
        using var response = await Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
