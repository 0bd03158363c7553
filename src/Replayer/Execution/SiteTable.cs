using System.IO.Hashing;
using System.Text;
using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Execution;

/// <summary>Reads the texts by which woven code names its places, once each. Kept from one run to the next.</summary>
/// <remarks>Used by the holder of the baton alone. The texts are literals: one place has one string.</remarks>
public sealed class SiteTable
{
    private readonly Dictionary<string, SiteInfo> _awaits = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SiteInfo> _calls = new(ReferenceEqualityComparer.Instance);

    internal SiteInfo Await(string text)
    {
        if (_awaits.TryGetValue(text, out var known)) return known;
        var site = AwaitSite.Parse(text);
        var method = StateMachineName.Readable(site.StateMachine);
        var made = new SiteInfo(site, null, method, HashOf($"{site.DeclaringType}.{method}/{site.Ordinal}"));
        _awaits.Add(text, made);
        return made;
    }

    internal SiteInfo Call(string text)
    {
        if (_calls.TryGetValue(text, out var known)) return known;
        var site = CodeSite.Parse(text);
        var made = new SiteInfo(null, site, site.Method, HashOf($"{site.DeclaringType}.{site.Method}:{site.What}"));
        _calls.Add(text, made);
        return made;
    }

    private static ulong HashOf(string name) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name));
}
