using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Collects what the passes did to one assembly.</summary>
internal sealed class ReportBuilder
{
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SkippedSite>.Builder _skipped = ImmutableArray.CreateBuilder<SkippedSite>();
    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();

    public int AsyncMethods { get; set; }

    public int Awaits { get; set; }

    public int Completions { get; set; }

    public int Accesses { get; set; }

    public int Statics { get; set; }

    public void Call(string member) => _calls[member] = _calls.GetValueOrDefault(member) + 1;

    public void Skip(string method, string what, string reason) => _skipped.Add(new SkippedSite(method, what, reason));

    public void Note(string sentence) => _notes.Add(sentence);

    public WeaveReport Build(string assembly, Guid mvid, bool hasSymbols) => new(
        assembly, mvid, hasSymbols, AsyncMethods, Awaits, Completions, _calls.ToImmutableSortedDictionary(StringComparer.Ordinal), _skipped.ToImmutable())
    {
        Accesses = Accesses,
        Statics = Statics,
        Notes = _notes.ToImmutable(),
    };
}
