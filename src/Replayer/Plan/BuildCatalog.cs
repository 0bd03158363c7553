using System.Collections.Frozen;
using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Plan;

/// <summary>What the local build holds, as far as a plan needs it: its woven assemblies and their awaits.</summary>
public sealed class BuildCatalog
{
    private readonly FrozenSet<string> _assemblies;
    private readonly FrozenDictionary<string, ImmutableArray<AwaitSite>> _sitesByMethod;

    /// <summary>Makes a catalogue from what the woven assemblies carry.</summary>
    /// <param name="assemblies">Simple names of the woven assemblies.</param>
    /// <param name="sites">Every await that was woven in them.</param>
    public BuildCatalog(IEnumerable<string> assemblies, IEnumerable<AwaitSite> sites)
    {
        _assemblies = assemblies.ToFrozenSet(StringComparer.Ordinal);
        _sitesByMethod = sites
            .GroupBy(static site => StateMachineName.Readable(site.StateMachine), StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Simple names of the woven assemblies.</summary>
    public IReadOnlySet<string> Assemblies => _assemblies;

    /// <summary>Whether some woven type has an async method of this readable name.</summary>
    public bool HasMethod(string readableName) => _sitesByMethod.ContainsKey(readableName);

    /// <summary>The awaits of all woven methods of this readable name.</summary>
    public ImmutableArray<AwaitSite> SitesOf(string readableName) =>
        _sitesByMethod.TryGetValue(readableName, out var sites) ? sites : [];
}
