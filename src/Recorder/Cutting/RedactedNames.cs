using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Finds out which of the names that a recorder looked for occur in a recording.</summary>
public static class RedactedNames
{
    /// <summary>Names of headers and query parameters whose values were replaced in these events.</summary>
    /// <param name="recording">The recording.</param>
    /// <returns>Those of the header's names that occur, in the header's order.</returns>
    public static ImmutableArray<string> In(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var left = recording.Header.Redacted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in recording.Events)
        {
            foreach (var field in e.Fields.IsDefault ? [] : e.Fields)
            {
                found.UnionWith(left.Where(name => IsHeader(field.Name, name) || HasParameter(field.Value, name)));
            }

            if (e.Kind is RecordedEventKind.OutgoingStarted && e.Text is { } uri) found.UnionWith(left.Where(name => HasParameter(uri, name)));
            left.ExceptWith(found);
        }

        return [.. recording.Header.Redacted.Where(found.Contains)];
    }

    private static bool IsHeader(string field, string name) =>
        field.StartsWith(FieldNames.HeaderPrefix, StringComparison.Ordinal)
        && field.AsSpan(FieldNames.HeaderPrefix.Length).Equals(name, StringComparison.OrdinalIgnoreCase);

    // "code=" must not be found in "zipcode=".
    private static bool HasParameter(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + name.Length;
            if (end < text.Length && text[end] == '=' && at > 0 && text[at - 1] is ('?' or '&' or ';')) return true;
        }

        return false;
    }
}
