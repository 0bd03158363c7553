using Mono.Cecil;

namespace Architecture.Tests.Reading;

/// <summary>The assemblies built from <c>src/</c>, read as data: none is loaded.</summary>
internal static class BuiltAssemblies
{
    public static AssemblyDefinition Hooks { get; } = Read("Hooks", "ReplayKit.Hooks");

    public static AssemblyDefinition TraceFormat { get; } = Read("TraceFormat", "ReplayKit.TraceFormat");

    public static AssemblyDefinition Recorder { get; } = Read("Recorder", "replaykit");

    public static AssemblyDefinition Replayer { get; } = Read("Replayer", "ReplayKit.Replayer");

    public static AssemblyDefinition Harness { get; } = Read("Harness", "ReplayKit.Harness");

    public static AssemblyDefinition Weave { get; } = Read("Weave", "replaykit-weave");

    public static IReadOnlyList<AssemblyDefinition> All { get; } = [Hooks, TraceFormat, Recorder, Replayer, Harness, Weave];

    private static AssemblyDefinition Read(string project, string name)
    {
        var folder = Path.Combine(Repository.Root, "src", project, "bin", Repository.Configuration, "net10.0");
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(folder);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return AssemblyDefinition.ReadAssembly(Path.Combine(folder, name + ".dll"), new ReaderParameters { AssemblyResolver = resolver, InMemory = true });
    }
}
