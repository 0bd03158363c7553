using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;

// coyote-run REWRITTEN.dll...: reads "Type.Method schedules seed", a line each, and answers each with one line of JSON.
var programs = args.Select(static path => Assembly.LoadFrom(Path.GetFullPath(path))).ToList();
while (await Console.In.ReadLineAsync() is { } line)
{
    var words = line.Split(' ');
    var dot = words[0].LastIndexOf('.');
    var method = programs.Select(assembly => assembly.GetType(words[0][..dot])).First(static type => type is not null)!.GetMethod(words[0][(dot + 1)..])!;
    var program = method.CreateDelegate<Func<Task>>();
    // The engine's own defaults, but for the strategy (ours), the number of schedules, the seed, and that it goes on behind a failure, as we do.
    var configuration = Configuration.Create()
        .WithTestingIterations(uint.Parse(words[1]))
        .WithRandomStrategy()
        .WithRandomGeneratorSeed(uint.Parse(words[2]))
        .WithMaxSchedulingSteps(100_000)
        .WithTestIterationsRunToCompletion()
        .WithTelemetryEnabled(false);
    var started = Stopwatch.GetTimestamp();
    using var engine = TestingEngine.Create(configuration, program);
    engine.Run();
    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    var report = engine.TestReport;
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        seconds,
        schedules = report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths,
        steps = report.TotalExploredFairSteps + report.TotalExploredUnfairSteps,
        failures = report.NumOfFoundBugs,
        failure = report.BugReports.Concat(report.InternalErrors).FirstOrDefault() ?? "",
    }));
}
