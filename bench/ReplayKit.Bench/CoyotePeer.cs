using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>Microsoft Coyote with a rewritten copy of the programs, in a process that lives as long as the measurement: it is as warm as we are.</summary>
internal sealed class CoyotePeer : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private CoyotePeer(DirectoryInfo folder, Process process) => (_folder, _process) = (folder, process);

    public static async Task<CoyotePeer> StartAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("replaykit-bench-");
        var copies = new List<string>();
        foreach (var programs in new[] { Repository.ControlPrograms, Repository.WebPrograms })
        {
            var copy = Path.Combine(folder.FullName, Path.GetFileName(programs));
            // With what they refer to: the rewriter looks for it there.
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(programs)!).Where(static file => Path.GetExtension(file) is ".dll" or ".pdb"))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)), overwrite: true);
            await RewriteAsync(copy, cancellation);
            copies.Add(copy);
        }

        var start = new ProcessStartInfo("dotnet", ["exec", Repository.CoyoteRun, .. copies]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new CoyotePeer(folder, Process.Start(start)!);
    }

    public async Task<Explored> ExploreAsync(string program, int schedules, int seed)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{program} {schedules} {seed}"));
        await _process.StandardInput.FlushAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // Between the answers the engine tells of its progress.
            if (!line.StartsWith('{')) continue;
            var answer = JsonSerializer.Deserialize<Answer>(line, Json)!;
            if (answer.Failures > 0) throw new InvalidOperationException($"Coyote reports {answer.Failures} failures of {program}: {answer.Failure}");
            return new Explored(answer.Schedules, answer.Steps, answer.Seconds);
        }

        throw new InvalidOperationException($"Coyote's process ended in {program}.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task RewriteAsync(string assembly, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", "--roll-forward", "Major", Repository.Coyote, "rewrite", assembly]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"Coyote cannot rewrite the programs: {output}");
    }

    private sealed record Answer(double Seconds, int Schedules, long Steps, int Failures, string Failure);
}
