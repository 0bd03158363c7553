using System.Diagnostics;
using System.Reflection;
using NUnit.Framework;

namespace Recorder.Tests.Import;

/// <summary>The real dotnet-trace, installed from its package on first use.</summary>
internal sealed class DotnetTrace : IDisposable
{
    private const string Version = "10.0.750501";

    private static readonly TimeSpan StopMax = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _error;

    private DotnetTrace(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    private static string Folder { get; } = Path.Combine(
        typeof(DotnetTrace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ToolFolder").Value!, "dotnet-trace-" + Version);

    private static string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "dotnet-trace.exe" : "dotnet-trace");

    /// <summary>Begins to collect. When this returns, events flow.</summary>
    public static async Task<DotnetTrace> CollectAsync(int processId, string path, params string[] options)
    {
        await InstallAsync();
        string[] command = ["collect", "--process-id", $"{processId}", "--output", path, .. options];
        var collecting = new DotnetTrace(Start(Program, command));
        while (await collecting._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Output File", StringComparison.Ordinal)) return collecting;
        }

        throw new AssertionException("dotnet-trace did not collect: " + await collecting._error);
    }

    /// <summary>Stops as a user does who presses Ctrl-C.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        var rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(StopMax);
        await _process.WaitForExitAsync().WaitAsync(StopMax);
        Assert.That(_process.ExitCode, Is.Zero, rest + await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static async Task InstallAsync()
    {
        if (File.Exists(Program)) return;
        using var install = Start("dotnet", "tool", "install", "dotnet-trace", "--version", Version, "--tool-path", Folder);
        var error = install.StandardError.ReadToEndAsync();
        var output = await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        Assert.That(File.Exists(Program), Is.True, output + await error);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
