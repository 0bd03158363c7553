using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;
using YamlDotNet.RepresentationModel;

namespace Shop.Tests;

/// <summary>What docs/sharding.md says, done: its commands run with the variables that Kubernetes and GitHub set, and their parts are joined. Two parts stand for its eight.</summary>
[NonParallelizable]
public sealed class ShardingPageTests
{
    private const int PartCount = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private string _parts = "";

    [SetUp]
    public void MakeFolder() => _parts = Directory.CreateTempSubdirectory("replaykit-parts-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_parts, recursive: true);

    [Test]
    public async Task Kubernetes_job_runs_its_parts()
    {
        var job = ShardingPage.Documents[0];
        var spec = job.At("spec");
        var container = spec.At("template", "spec", "containers", 0);
        var variables = ((YamlSequenceNode)container.At("env")).ToDictionary(static pair => pair.At("name").ToString(), static pair => pair.At("value").ToString());
        Assert.Multiple(() =>
        {
            Assert.That(job.At("apiVersion").ToString(), Is.EqualTo("batch/v1"));
            Assert.That(spec.At("completionMode").ToString(), Is.EqualTo("Indexed"));
            Assert.That(variables["REPLAYKIT_SHARDS"], Is.EqualTo(spec.At("completions").ToString()), "as many parts as there are pods");
            Assert.That(spec.At("template", "spec", "restartPolicy").ToString(), Is.EqualTo("Never"));
        });
        variables["REPLAYKIT_SHARDS"] = $"{PartCount}";
        for (var i = 0; i < PartCount; i++)
        {
            variables["JOB_COMPLETION_INDEX"] = $"{i}";
            await RunAsync(container.At("args", 0).ToString(), variables);
        }

        await CheckPartsAsync();
    }

    [Test]
    public async Task Matrix_of_GitHub_Actions_runs_its_parts()
    {
        var part = ShardingPage.Documents[1].At("jobs", "part");
        var written = ((YamlMappingNode)part.At("env")).ToDictionary(static pair => pair.Key.ToString(), static pair => pair.Value.ToString());
        var certify = ((YamlSequenceNode)part.At("steps")).Single(static step => step is YamlMappingNode map && map.Children.ContainsKey("name") && step.At("name").ToString() == "certify");
        for (var i = 0; i < PartCount; i++)
        {
            var index = i;
            var variables = written.ToDictionary(static pair => pair.Key, pair => Evaluate(pair.Value, index));
            await RunAsync(certify.At("run").ToString(), variables);
        }

        await CheckPartsAsync();
    }

    // What GitHub puts in the place of an expression.
    private static string Evaluate(string text, int index) => text
        .Replace("${{ strategy.job-index }}", $"{index}", StringComparison.Ordinal)
        .Replace("${{ strategy.job-total }}", $"{PartCount}", StringComparison.Ordinal);

    private async Task RunAsync(string command, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        // Where this machine has them.
        start.Environment["TESTS"] = typeof(ShardingPageTests).Assembly.Location;
        start.Environment["REPLAYKIT_PARTS"] = _parts;
        start.Environment["REPLAYKIT_SWAPS"] = "1";
        await FinishAsync(start);
    }

    private async Task CheckPartsAsync()
    {
        var incident = Path.Combine(_parts, Path.GetFileName(Incidents.Oversold));
        Assert.That(Directory.EnumerateFiles(incident).Select(Path.GetFileName).Order(), Is.EqualTo(["certificate.1-of-2.json", "certificate.2-of-2.json"]));
        var whole = Path.Combine(_parts, CertificateFile.Name);
        var merge = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "replaykit.dll"), "merge", incident, "-o", whole]) { RedirectStandardOutput = true, RedirectStandardError = true };
        await FinishAsync(merge);
        Assert.That(CertificateFile.Read(whole).IsComplete);
    }

    private static async Task FinishAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.That(process.ExitCode, Is.Zero, await output + await error);
    }
}
