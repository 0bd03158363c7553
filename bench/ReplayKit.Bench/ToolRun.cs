using System.Diagnostics;
using System.Text.Json;

namespace Bench;

/// <summary>Runs a program of the repository that prints one JSON document.</summary>
internal static class ToolRun
{
    public static async Task<JsonElement> JsonAsync(string assembly, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(assembly)} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
        return JsonDocument.Parse(output).RootElement;
    }
}
