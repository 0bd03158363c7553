using System.Diagnostics;
using Recorder.Tests.Live;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>The program of the live tests, without a service, under a file name that nothing else on this machine has.</summary>
internal sealed class NamedWorker : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("replaykit-named-");
    private readonly string _program;
    private readonly List<Process> _running = [];

    public NamedWorker()
    {
        // The host follows links, so the name is one of copies.
        _program = Path.Combine(_folder.FullName, Name + ".dll");
        File.Copy(TargetProcess.ProgramPath, _program);
        File.Copy(Path.ChangeExtension(TargetProcess.ProgramPath, ".runtimeconfig.json"), Path.ChangeExtension(_program, ".runtimeconfig.json"));
    }

    public string Name { get; } = $"named-{Guid.NewGuid():N}";

    /// <summary>Starts one more.</summary>
    /// <returns>Its pid, when it runs.</returns>
    public async Task<int> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [_program, "worker"]) { RedirectStandardError = true })!;
        _running.Add(process);
        await process.StandardError.ReadLineAsync();
        return process.Id;
    }

    public void Dispose()
    {
        foreach (var process in _running)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }
}
