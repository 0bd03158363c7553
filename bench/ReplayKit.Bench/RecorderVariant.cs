using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>A program that records a process for some seconds.</summary>
internal sealed class RecorderVariant
{
    private readonly Func<int, int, string, string[]> _arguments;

    private RecorderVariant(string name, string extension, Func<int, int, string, string[]> arguments)
    {
        Name = name;
        Extension = extension;
        _arguments = arguments;
    }

    public string Name { get; }

    public string Extension { get; }

    /// <summary>Whether it prints a summary as one JSON document.</summary>
    public bool HasSummary => Extension == ".rktrace";

    public static async Task<IReadOnlyList<RecorderVariant>> AllAsync() =>
    [
        Replaykit("requests"),
        Replaykit("tasks"),
        Replaykit("full"),
        DotnetTrace("dotnet-trace, providers of tasks, with its stacks", "--providers", await ProvidersAsync()),
        DotnetTrace("dotnet-trace, its default"),
        new("copy of the events of tasks to a file", ".nettrace", static (pid, seconds, file) =>
            ["exec", Repository.EventCopy, Invariant(pid), Invariant(seconds), file]),
    ];

    public Process Start(int processId, int seconds, string file) =>
        Process.Start(new ProcessStartInfo("dotnet", _arguments(processId, seconds, file)) { RedirectStandardOutput = true })!;

    private static RecorderVariant Replaykit(string tier) => new($"replaykit {tier}", ".rktrace", (pid, seconds, file) =>
        ["exec", Repository.Recorder, "record", "--pid", Invariant(pid), "--duration", $"{Invariant(seconds)}s", "--tier", tier, "-o", file, "--force", "--json"]);

    private static RecorderVariant DotnetTrace(string name, params string[] more) => new(name, ".nettrace", (pid, seconds, file) =>
    [
        "exec", Repository.DotnetTrace, "collect", "-p", Invariant(pid), "-o", file, "--rundown", "false",
        "--duration", TimeSpan.FromSeconds(seconds).ToString(@"dd\:hh\:mm\:ss", CultureInfo.InvariantCulture), .. more,
    ]);

    private static async Task<string> ProvidersAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Repository.EventCopy, "providers"]) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
