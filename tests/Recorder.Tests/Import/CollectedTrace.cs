using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder;
using ReplayKit.Recorder.Tests.Cli;

namespace Recorder.Tests.Import;

/// <summary>One load recorded live, and the same load collected by dotnet-trace with and without rundown.</summary>
internal sealed class CollectedTrace
{
    public required LoadView Live { get; init; }

    /// <summary>As dotnet-trace collects by default.</summary>
    public required string WithRundown { get; init; }

    public required string WithoutRundown { get; init; }

    public static async Task<CollectedTrace> MakeAsync()
    {
        using var target = await TargetProcess.StartAsync();
        var live = Files.NewPath();
        var session = await RecordingSession.StartAsync(new RecordOptions { ProcessId = target.Id, OutputPath = live });
        await LoadView.RunAsync(target);
        await session.StopAsync();
        return new CollectedTrace
        {
            Live = LoadView.Read(live),
            WithRundown = await CollectAsync(target),
            WithoutRundown = await CollectAsync(target, "--rundown", "false"),
        };
    }

    /// <summary>Folder of the target's assemblies.</summary>
    public static string TargetFolder => Path.GetDirectoryName(TargetProcess.ProgramPath)!;

    private static async Task<string> CollectAsync(TargetProcess target, params string[] options)
    {
        // Exactly what $(replaykit providers) puts on a command line.
        var providers = (await Tool.RunAsync("providers")).IsDone().Out.TrimEnd('\r', '\n');
        Assert.That(providers, Does.Not.Contain("\n"));
        var path = Files.NewPath(".nettrace");
        using var collecting = await DotnetTrace.CollectAsync(target.Id, path, ["--providers", providers, .. options]);
        await LoadView.RunAsync(target);
        await collecting.StopAsync();
        return path;
    }
}
