using System.Diagnostics;
using NUnit.Framework;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Runs the built tool as a user who may do nothing. Needs the right to become one; the test is skipped without.</summary>
internal static class Unprivileged
{
    private const string Nobody = "65534";

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ToolResult> RunAsync(params string[] args)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/setpriv")) Assert.Ignore("Needs to run as root, with setpriv, to become another user.");
        var start = new ProcessStartInfo("/usr/bin/setpriv") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        start.Environment["DOTNET_CLI_HOME"] = start.Environment["HOME"] = "/tmp";
        foreach (var word in (string[])[$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", Environment.ProcessPath!, Tool.AssemblyPath, .. args]) start.ArgumentList.Add(word);
        using var running = Process.Start(start)!;
        return await Tool.FinishAsync(running);
    }
}
