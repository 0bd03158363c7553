using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReplayKit.Replayer.Explaining;

/// <summary>Reads from a database command which tables it touches, and which rows of them as far as its conditions say.</summary>
/// <remarks>It reads what mappers write: names, and columns that equal a parameter or a constant. What it does not understand is the whole table.</remarks>
public static partial class SqlReader
{
    /// <summary>The tables, in the order in which they stand.</summary>
    /// <param name="text">The command; several statements are separated by semicolons.</param>
    /// <param name="parameters">Values of its parameters, by name with or without its prefix.</param>
    public static ImmutableArray<RowUse> Read(string text, IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(parameters);
        var uses = ImmutableArray.CreateBuilder<RowUse>();
        foreach (var statement in text.Split(';'))
        {
            var keys = KeysOf(statement, parameters);
            foreach (Match table in Table().Matches(statement))
            {
                var verb = table.Groups["verb"].Value;
                var isWrite = !verb.Equals("FROM", StringComparison.OrdinalIgnoreCase) && !verb.Equals("JOIN", StringComparison.OrdinalIgnoreCase);
                uses.Add(new RowUse(Bare(table.Groups["name"].Value), isWrite, verb.StartsWith("INSERT", StringComparison.OrdinalIgnoreCase) ? [] : keys));
            }
        }

        return uses.ToImmutable();
    }

    // A condition that holds only beside another one names no row.
    private static ImmutableArray<RowKey> KeysOf(string statement, IReadOnlyDictionary<string, string> parameters)
    {
        var where = Where().Match(statement);
        if (!where.Success || Alternative().IsMatch(where.Value)) return [];
        return [.. Equality().Matches(where.Value)
            .Select(match => (Column: Bare(match.Groups["column"].Value), Value: ValueOf(match.Groups["value"].Value, parameters)))
            .Where(static key => key.Value is not null).Select(static key => new RowKey(key.Column, key.Value!))];
    }

    private static string? ValueOf(string text, IReadOnlyDictionary<string, string> parameters)
    {
        if (text[0] is '@' or ':' or '$') return parameters.TryGetValue(text, out var value) || parameters.TryGetValue(text[1..], out value) ? value : null;
        return text.Trim('\'');
    }

    private static string Bare(string name) => name[(name.LastIndexOf('.') + 1)..].Trim('"', '[', ']', '`');

    [GeneratedRegex("""\b(?<verb>INSERT\s+INTO|UPDATE|DELETE\s+FROM|FROM|JOIN)\s+(?<name>(?:["\[`]?\w+["\]`]?\.)*["\[`]?\w+["\]`]?)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Table();

    [GeneratedRegex(@"\bWHERE\b.*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Where();

    [GeneratedRegex(@"\b(OR|NOT)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Alternative();

    [GeneratedRegex("""(?<column>(?:["\[`]?\w+["\]`]?\.)*["\[`]?\w+["\]`]?)\s*=\s*(?<value>[@:$]\w+|\d+\b|'[^']*')""", RegexOptions.ExplicitCapture)]
    private static partial Regex Equality();
}
