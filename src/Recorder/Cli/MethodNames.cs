using System.Collections.Frozen;
using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Recorded bare names as a person reads them: <c>&lt;GetAsync&gt;d__3</c> as <c>PriceCache.GetAsync</c>.</summary>
public sealed class MethodNames
{
    // More candidates than this are counted, not listed: the line must stay readable.
    private const int CandidatesShownMax = 3;

    private readonly FrozenDictionary<string, ImmutableArray<AsyncMethod>> _byName;

    /// <summary>Creates the table.</summary>
    /// <param name="methods">What the recording says its bare names can stand for.</param>
    public MethodNames(ImmutableArray<AsyncMethod> methods) =>
        _byName = methods.GroupBy(static method => method.RecordedName)
            .ToFrozenDictionary(static group => group.Key, static group => ImmutableArray.CreateRange(group));

    /// <summary>The readable name: with its type when the recording knows it, with all candidate types when several have a method of that name.</summary>
    /// <param name="bareName">A recorded name; empty stays empty.</param>
    public string Readable(string bareName)
    {
        ArgumentNullException.ThrowIfNull(bareName);
        var method = StateMachineName.Readable(bareName);
        string[] types = [.. Candidates(bareName).Select(static m => ShortType(m.DeclaringType)).Distinct()];
        return types.Length switch
        {
            0 => method,
            1 => $"{types[0]}.{method}",
            <= CandidatesShownMax => $"{method} ({string.Join(" or ", types)})",
            _ => $"{method} (one of {types.Length} types)",
        };
    }

    /// <summary>Whether only shared-framework methods bear the name. A name that nobody could resolve is not called the framework's.</summary>
    /// <param name="bareName">A recorded name.</param>
    public bool IsFramework(string bareName) =>
        _byName.TryGetValue(bareName, out var methods) && methods.All(static method => method.IsFramework);

    /// <summary>Whether a method of the service itself bears the name, as opposed to one of the shared framework or an unresolved one.</summary>
    /// <param name="bareName">A recorded name.</param>
    public bool IsOwn(string bareName) =>
        _byName.TryGetValue(bareName, out var methods) && methods.Any(static method => !method.IsFramework);

    // Methods of the service come before framework methods of the same name: a reader looks for his own code.
    private IEnumerable<AsyncMethod> Candidates(string bareName)
    {
        if (!_byName.TryGetValue(bareName, out var methods)) return [];
        var own = methods.Where(static method => !method.IsFramework);
        return own.Any() ? own : methods;
    }

    private static string ShortType(string fullName)
    {
        // "Shop.Prices.PriceCache`1+Entry" -> "PriceCache.Entry"
        var nested = fullName.Split('+');
        nested[0] = nested[0][(nested[0].LastIndexOf('.') + 1)..];
        return string.Join('.', nested.Select(static part => part.Split('`')[0]));
    }
}
