using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Control;

/// <summary>Names the build that runs in this process.</summary>
public static class BuildIdentity
{
    /// <summary>The woven assemblies that are loaded now, by name.</summary>
    public static ImmutableArray<CertifiedAssembly> ReadLoaded() =>
    [
        .. BuildCatalogReader.Loaded().Select(static assembly => new CertifiedAssembly(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
            .DistinctBy(static assembly => assembly.Name).OrderBy(static assembly => assembly.Name, StringComparer.Ordinal),
    ];
}
