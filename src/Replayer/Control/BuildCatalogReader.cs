using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Control;

/// <summary>Reads what the woven assemblies of this process carry: each await's site stands in their string heap.</summary>
public static class BuildCatalogReader
{
    private const char SiteSeparator = '\t';
    private const int SiteSeparatorCount = 6;

    /// <summary>The catalogue of the woven assemblies that are loaded now.</summary>
    public static BuildCatalog ReadLoaded() => Read(Loaded());

    /// <summary>The woven assemblies that are loaded now.</summary>
    public static IEnumerable<Assembly> Loaded() => AppDomain.CurrentDomain.GetAssemblies().Where(IsWoven);

    /// <summary>The catalogue of these woven assemblies.</summary>
    public static BuildCatalog Read(IEnumerable<Assembly> assemblies)
    {
        var woven = assemblies.ToList();
        return new BuildCatalog(woven.Select(static assembly => assembly.GetName().Name!), woven.SelectMany(SitesOf));
    }

    private static bool IsWoven(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location.Length > 0 && assembly.IsDefined(typeof(WovenAttribute), inherit: false);

    private static List<AwaitSite> SitesOf(Assembly assembly)
    {
        var sites = new List<AwaitSite>();
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var handle = FirstString(metadata); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            var text = metadata.GetUserString(handle);
            if (text.Count(static character => character == SiteSeparator) == SiteSeparatorCount) sites.Add(AwaitSite.Parse(text));
        }

        return sites;
    }

    // The heap begins with an empty string.
    private static UserStringHandle FirstString(MetadataReader metadata) =>
        metadata.GetHeapSize(HeapIndex.UserString) > 1 ? metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)) : default;
}
