using System.Diagnostics;
using NUnit.Framework;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Runs the built tool as a user does: as a process, with its output redirected.</summary>
internal static class Tool
{
    /// <summary>Longest any command of these tests may take: a command that hangs fails the test instead of the build.</summary>
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(60);

    /// <summary>The built tool.</summary>
    public static string AssemblyPath => Path.Combine(TestContext.CurrentContext.TestDirectory, "replaykit.dll");

    /// <summary>Runs a command to its end.</summary>
    public static Task<ToolResult> RunAsync(params string[] args) => RunInAsync(Path.GetTempPath(), args);

    /// <summary>Runs a command to its end, in a folder.</summary>
    public static async Task<ToolResult> RunInAsync(string folder, params string[] args)
    {
        using var running = StartIn(folder, args);
        return await FinishAsync(running);
    }

    /// <summary>Starts a command.</summary>
    public static Process Start(params string[] args) => StartIn(Path.GetTempPath(), args);

    /// <summary>Waits for a command to end.</summary>
    public static async Task<ToolResult> FinishAsync(Process running)
    {
        using var limit = new CancellationTokenSource(TimeMax);
        try
        {
            var output = running.StandardOutput.ReadToEndAsync(limit.Token);
            var error = running.StandardError.ReadToEndAsync(limit.Token);
            await running.WaitForExitAsync(limit.Token);
            return new ToolResult(running.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            running.Kill();
            throw new AssertionException($"The command did not end within {TimeMax.TotalSeconds} s.");
        }
    }

    private static Process StartIn(string folder, string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(AssemblyPath);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
