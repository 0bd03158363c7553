using System.Diagnostics;
using NUnit.Framework;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Runs the built tool in a pid namespace of its own, as in a container beside that of the service: it sees no process of this one.</summary>
internal static class Enclosed
{
    private const string Program = "/usr/bin/unshare";

    /// <summary>Runs a command to its end. The test is skipped where that is not allowed.</summary>
    public static async Task<ToolResult> RunAsync(params string[] args)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists(Program)) Assert.Ignore("Needs to run as root, with unshare, to make a pid namespace.");
        using (var attempt = Process.Start(Program, ["--pid", "--fork", "--mount-proc", "true"]))
        {
            await attempt.WaitForExitAsync();
            if (attempt.ExitCode != 0) Assert.Ignore("This machine does not let root make a pid namespace.");
        }

        var start = new ProcessStartInfo(Program, ["--pid", "--fork", "--mount-proc", "--kill-child", "dotnet", Tool.AssemblyPath, .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        using var running = Process.Start(start)!;
        return await Tool.FinishAsync(running);
    }
}
