using Mono.Cecil;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Weaving.Memory;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Rewrites an assembly so that its awaits, delays and clock readings pass through the hooks.</summary>
public static class Weaver
{
    /// <summary>Version that woven assemblies carry.</summary>
    public static string Version { get; } = typeof(Weaver).Assembly.GetName().Version!.ToString();

    /// <summary>Weaves one assembly. One that is woven already is copied as it is.</summary>
    /// <exception cref="WeaveException">The file is not a managed assembly, or cannot be read or written.</exception>
    public static WeaveReport Weave(WeaveRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return WeaveFile(request);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException or NotSupportedException or ResolutionException)
        {
            throw new WeaveException($"{request.InputPath} cannot be woven: {exception.Message}", exception);
        }
    }

    private static WeaveReport WeaveFile(WeaveRequest request)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var directory in request.SearchDirectories) resolver.AddSearchDirectory(directory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(request.InputPath));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        var report = new ReportBuilder();
        if (AssemblyImage.IsPrecompiled(request.InputPath)) report.Note("its precompiled (ReadyToRun) code is left out, so that the woven IL is what runs");
        using var module = SymbolFile.ReadModule(request.InputPath, resolver, report);
        if (IsWoven(module)) report.Note("it is woven already, and kept as it is");
        else WeaveModule(module, resolver, report);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.OutputPath))!);
        module.Write(request.OutputPath, SymbolFile.WriterFor(module));
        return report.Build(module.Assembly.Name.Name, module.Mvid, module.HasSymbols);
    }

    private static void WeaveModule(ModuleDefinition module, IAssemblyResolver resolver, ReportBuilder report)
    {
        using var hooks = new HookReferences(module, resolver);
        var (awaits, completions, calls) = (new AwaitPass(hooks, report), new CompletionPass(hooks, report), new ApiCallPass(hooks, report));
        var memory = new MemoryPass(hooks, report);
        foreach (var method in module.GetTypes().SelectMany(static type => type.Methods).Where(static method => method.HasBody).ToList())
        {
            if (StateMachines.IsRuntimeAsync(method))
            {
                report.Skip(method.FullName, "runtime-async method", "the runtime suspends it, so there is no state machine to weave");
                continue;
            }

            if (StateMachines.IsBody(method)) awaits.Weave(method);
            memory.Weave(method);
            completions.Weave(method);
            calls.Weave(method);
        }

        // Last: from here on a static field that the source calls readonly is no longer marked so.
        new StaticsPass(hooks, report).Weave();
        var text = module.TypeSystem.String;
        module.Assembly.CustomAttributes.Add(
            new CustomAttribute(hooks.WovenConstructor) { ConstructorArguments = { new CustomAttributeArgument(text, Version) } });
        MakeLoadable(module);
    }

    // Precompiled code would be used in place of the woven IL, and its architecture value is refused by the loader of another system.
    private static void MakeLoadable(ModuleDefinition module)
    {
        if ((module.Attributes & ModuleAttributes.ILOnly) != 0) return;
        module.Attributes = ModuleAttributes.ILOnly;
        module.Architecture = TargetArchitecture.I386;
    }

    private static bool IsWoven(ModuleDefinition module) =>
        module.Assembly.CustomAttributes.Any(static attribute => attribute.AttributeType.FullName == typeof(WovenAttribute).FullName);
}
