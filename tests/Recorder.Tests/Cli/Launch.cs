using System.Diagnostics;
using Recorder.Tests.Live;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>A recorder that starts the program which the live tests record, as a command.</summary>
internal static class Launch
{
    /// <summary>Runs to the end of both.</summary>
    /// <param name="options">Options of the recorder.</param>
    /// <param name="arguments">Arguments of the program.</param>
    /// <param name="input">What the program reads.</param>
    public static async Task<ToolResult> RunAsync(string[] options, string[] arguments, string input = "")
    {
        using var running = Start(options, arguments);
        await running.StandardInput.WriteLineAsync(input);
        running.StandardInput.Close();
        return await Tool.FinishAsync(running);
    }

    /// <summary>Starts both.</summary>
    public static Process Start(string[] options, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Tool.AssemblyPath, "record", .. options, "--", "dotnet", TargetProcess.ProgramPath, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }
}
