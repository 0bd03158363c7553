namespace Bench;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    private const string Framework = "net10.0";

    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release: that of this program.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string AspNetCoreFolder { get; } = FindAspNetCore();

    public static string SampleAssembly(string sample, string assembly) =>
        Path.Combine(Root, "samples", sample, "bin", Configuration, Framework, assembly + ".dll");

    public static string Recorder => Path.Combine(Root, "src", "Recorder", "bin", Configuration, Framework, "replaykit.dll");

    public static string EventCopy => Path.Combine(Root, "bench", "EventCopy", "bin", Configuration, Framework, "event-copy.dll");

    /// <summary>The peer, installed by <c>eng/bench.sh</c>.</summary>
    public static string DotnetTrace => Directory.EnumerateFiles(Path.Combine(Root, "bench", "obj", "tools"), "dotnet-trace.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();

    public static string ControlPrograms => Path.Combine(Root, "bench", "ControlPrograms", "bin", Configuration, Framework, "ControlPrograms.dll");

    public static string WebPrograms => Path.Combine(Root, "bench", "WebPrograms", "bin", Configuration, Framework, "WebPrograms.dll");

    public static string CoyoteRun => Path.Combine(Root, "bench", "CoyoteRun", "bin", Configuration, Framework, "coyote-run.dll");

    /// <summary>The other peer's rewriter, installed by <c>eng/bench.sh</c>. It comes once for each framework that it knows.</summary>
    public static string Coyote => Directory.EnumerateFiles(Path.Combine(Root, "bench", "obj", "tools"), "coyote.dll", SearchOption.AllDirectories)
        .Where(static path => path.Contains($"{Path.DirectorySeparatorChar}net8.0{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReplayKit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The program does not run from inside the repository.");
        return folder.FullName;
    }

    private static string FindAspNetCore()
    {
        var core = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return Path.Combine(core.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App", core.Name);
    }
}
