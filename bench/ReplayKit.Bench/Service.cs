using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Bench;

/// <summary>A sample service in a process of its own.</summary>
internal sealed partial class Service : IDisposable
{
    private readonly Process _process;

    private Service(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public int ProcessId => _process.Id;

    public static async Task<Service> StartAsync(string sample, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.SampleAssembly(sample, sample), "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ListeningPattern().Match(line) is not { Success: true } match) continue;
            // Read on, so that the service never waits for a full pipe.
            _ = process.StandardOutput.ReadToEndAsync();
            return new Service(process, match.Groups[1].Value);
        }

        process.Dispose();
        throw new InvalidOperationException($"{sample} did not start.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex ListeningPattern();
}
