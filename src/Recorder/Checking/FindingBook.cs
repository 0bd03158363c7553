using System.Collections.Immutable;

namespace ReplayKit.Recorder.Checking;

/// <summary>Collects findings: the same secret at the same place is one, however often it comes.</summary>
public sealed class FindingBook
{
    /// <summary>Most findings that are told one by one; a file can hold any number.</summary>
    public const int FindingCountMax = 1000;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(SecretMatch Match, string Where), int> _places = [];

    /// <summary>Findings that are not told one by one.</summary>
    public long UnlistedCount { get; private set; }

    /// <summary>Adds what is no secret.</summary>
    /// <param name="finding">It.</param>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Adds a secret.</summary>
    /// <param name="match">The secret.</param>
    /// <param name="where">Where it stands, in words.</param>
    /// <param name="place">The event that holds it; null for none.</param>
    public void Add(SecretMatch match, string where, (long Index, long TimeNs)? place)
    {
        if (_places.TryGetValue((match, where), out var at))
        {
            _findings[at] = _findings[at] with { Count = _findings[at].Count + 1 };
        }
        else if (_findings.Count >= FindingCountMax)
        {
            UnlistedCount++;
        }
        else
        {
            _places.Add((match, where), _findings.Count);
            _findings.Add(new Finding(match.Kind, match.What, where) { EventIndex = place?.Index, TimeNs = place?.TimeNs });
        }
    }

    /// <summary>The findings so far.</summary>
    public ImmutableArray<Finding> ToImmutable() => [.. _findings];
}
