using System.Diagnostics;
using NUnit.Framework;

namespace Recorder.Tests.Live;

/// <summary>The program of the live tests, without a service, in a pid namespace of its own, as in a container.</summary>
internal static class Unshared
{
    private const string Program = "/usr/bin/unshare";

    /// <summary>Starts it. The test is skipped where that is not allowed.</summary>
    /// <param name="port">The port that it comes to.</param>
    /// <param name="temporary">Its temporary folder, made here.</param>
    public static Process Start(string port, string temporary)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists(Program)) Assert.Ignore("Needs to run as root, with unshare, to make a pid namespace.");
        Directory.CreateDirectory(temporary);
        using (var attempt = Process.Start(Program, ["--pid", "--fork", "--mount-proc", "true"]))
        {
            attempt.WaitForExit();
            if (attempt.ExitCode != 0) Assert.Ignore("This machine does not let root make a pid namespace.");
        }

        var start = new ProcessStartInfo(Program, ["--pid", "--fork", "--mount-proc", "--kill-child", "dotnet", TargetProcess.ProgramPath, "worker", "20"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_DiagnosticPorts"] = port;
        start.Environment["TMPDIR"] = temporary;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
