using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Import;

/// <summary>Finds the files of the assemblies that a trace says were loaded.</summary>
/// <remarks>
/// The trace names each file where the process ran, and the signature of its symbols, which names one build. A file here is believed to be
/// that one only when its own signature is the same: under the recorded path may lie a later build, or another machine's file.
/// </remarks>
public sealed class AssemblyMatcher
{
    private readonly ImmutableDictionary<string, string> _given;
    private readonly ImmutableArray<RecordedAssembly>.Builder _found = ImmutableArray.CreateBuilder<RecordedAssembly>();
    private readonly ImmutableArray<AsyncMethod>.Builder _methods = ImmutableArray.CreateBuilder<AsyncMethod>();
    private readonly ImmutableArray<string>.Builder _otherBuild = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private AssemblyMatcher(string? folder) => _given = folder is null
        ? ImmutableDictionary<string, string>.Empty
        : Directory.EnumerateFiles(folder, "*.dll")
            .GroupBy(static file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(static files => files.Key, static files => files.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds what is at hand.</summary>
    /// <param name="modules">What the trace says was loaded; empty when it does not tell.</param>
    /// <param name="folder">Where copies of the service's assemblies lie; null for nowhere.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static AssemblyMatch Match(ImmutableArray<TraceModule> modules, string? folder)
    {
        var matcher = new AssemblyMatcher(folder);
        foreach (var module in modules) matcher.Find(module);
        var unproved = matcher.AddUnproved(modules);
        return new AssemblyMatch(
            modules.Length, matcher._found.ToImmutable(), [.. matcher._methods.Distinct()], unproved, matcher._otherBuild.ToImmutable());
    }

    private void Find(TraceModule module)
    {
        if (module.PdbSignature == Guid.Empty) return;
        foreach (var file in Candidates(module))
        {
            if (SymbolSignature.Read(file) != module.PdbSignature) continue;
            if (AssemblyReader.ReadIdentity(file) is not { } identity) continue;
            _used.Add(file);
            var isFramework = AssemblyReader.IsOfFramework(module.Path);
            _found.Add(identity with { IsFramework = isFramework });
            _methods.AddRange(AssemblyReader.ReadAsyncMethods(file).Select(method => method with { IsFramework = isFramework }));
            return;
        }

        if (_given.TryGetValue(FileName(module.Path), out var given))
        {
            _used.Add(given);
            _otherBuild.Add(FileName(module.Path));
        }
    }

    // In the given folder, where it lay, and where this machine keeps the same version of the shared framework.
    private IEnumerable<string> Candidates(TraceModule module)
    {
        if (_given.TryGetValue(FileName(module.Path), out var given)) yield return given;
        yield return module.Path;
        if (!AssemblyReader.IsOfFramework(module.Path)) yield break;
        var parts = module.Path.Split('/', '\\');
        var shared = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", ".."));
        yield return Path.Combine(shared, parts[^3], parts[^2], parts[^1]);
    }

    // Without a word of the trace about a file, its names are still better than none: they are matched by name in either case.
    private int AddUnproved(ImmutableArray<TraceModule> modules)
    {
        if (modules.Any(static module => module.PdbSignature != Guid.Empty)) return 0;
        var count = 0;
        foreach (var file in _given.Values.Where(file => !_used.Contains(file)).Order(StringComparer.Ordinal))
        {
            if (AssemblyReader.ReadIdentity(file) is null) continue;
            _methods.AddRange(AssemblyReader.ReadAsyncMethods(file));
            count++;
        }

        return count;
    }

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
