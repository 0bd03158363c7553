namespace ReplayKit.Replayer.Plan;

/// <summary>Names a database command by what it does to which table: enough to know it again on a build that may have been edited.</summary>
public static class CommandName
{
    /// <summary>What names a point at a database, in place of the type and of the method that woven code has.</summary>
    public const string Database = "database";

    /// <summary>What a point before a transaction is called: it stands for the first command in it.</summary>
    public const string TransactionBegins = "transaction begins";

    private const string Unknown = "command";

    /// <summary>The name, such as <c>SELECT Orders</c>.</summary>
    /// <param name="text">The command's text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        if (!TryTake(ref rest, out var verb)) return Unknown;
        var name = verb.ToString().ToUpperInvariant();
        return TableOf(name, rest) is { Length: > 0 } table ? $"{name} {table}" : name;
    }

    private static string TableOf(string verb, ReadOnlySpan<char> rest)
    {
        if (verb == "UPDATE") return TryTake(ref rest, out var updated) ? updated.ToString() : "";
        while (TryTake(ref rest, out var word))
        {
            if (!word.Equals("FROM", StringComparison.OrdinalIgnoreCase) && !word.Equals("INTO", StringComparison.OrdinalIgnoreCase)) continue;
            // A query in parentheses has a table of its own further on.
            if (rest.TrimStart() is ['(', ..]) continue;
            return TryTake(ref rest, out var table) ? table.ToString() : "";
        }

        return "";
    }

    // The next word or quoted name; comments are passed over.
    private static bool TryTake(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        while (!rest.IsEmpty)
        {
            if (rest.StartsWith("--")) rest = After(rest, rest.IndexOf('\n'));
            else if (rest.StartsWith("/*")) rest = After(rest[2..], rest[2..].IndexOf("*/"));
            else if (Closing(rest[0]) is { } closing) return TakeTo(closing, ref rest, out word);
            else if (IsOfWord(rest[0])) return TakeWord(ref rest, out word);
            else rest = rest[1..];
        }

        word = default;
        return false;
    }

    private static bool TakeTo(char closing, ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        rest = rest[1..];
        var end = rest.IndexOf(closing);
        word = end < 0 ? rest : rest[..end];
        rest = After(rest, end);
        return true;
    }

    private static bool TakeWord(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        var length = 1;
        while (length < rest.Length && IsOfWord(rest[length])) length++;
        word = rest[..length];
        rest = rest[length..];
        return true;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, int index) => index < 0 ? default : text[(index + 1)..];

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '@' or '$' or '#';

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '`' => '`',
        '[' => ']',
        '\'' => '\'',
        _ => null,
    };
}
