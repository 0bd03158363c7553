using System.Globalization;

namespace ReplayKit.Hooks;

/// <summary>Names one call or access of woven code. Woven code carries it as one string, <see cref="ToString"/>; <see cref="Parse"/> reads it back.</summary>
/// <param name="DeclaringType">Full name of the type whose source holds it, compiler-generated closures removed.</param>
/// <param name="Method">Name in the source: the method, <c>Method.LocalFunction</c>, or <c>Method.lambda</c>.</param>
/// <param name="What">What is called or accessed, such as <c>Monitor.Enter</c>.</param>
/// <param name="File">Source file as the symbols name it; empty without symbols.</param>
/// <param name="Line">1-based source line; 0 without symbols.</param>
public sealed record CodeSite(string DeclaringType, string Method, string What, string File, int Line)
{
    /// <summary>A site that nothing is known of.</summary>
    public static CodeSite Unknown { get; } = new("", "", "", "", 0);

    private const char Separator = '\t';
    private const int PartCount = 5;

    /// <summary>The field that holds what is called or accessed, such as <c>Cache._prices</c>; empty when none does, or when that is not seen.</summary>
    public string Of { get; init; } = "";

    /// <summary>The form that woven code carries.</summary>
    public override string ToString() => string.Join(Separator, DeclaringType, Method, What, File, Line) + (Of.Length == 0 ? "" : Separator + Of);

    /// <summary>Reads what <see cref="ToString"/> wrote; the empty text is <see cref="Unknown"/>.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> was not written by <see cref="ToString"/>.</exception>
    public static CodeSite Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return Unknown;
        var parts = text.Split(Separator);
        if (parts.Length is not (PartCount or PartCount + 1)) throw new FormatException($"A code site has {PartCount} parts, or one more, and this one has {parts.Length}: '{text}'.");
        if (!int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            throw new FormatException($"A code site holds '{parts[4]}' where a number is expected.");
        return new CodeSite(parts[0], parts[1], parts[2], parts[3], line) { Of = parts.Length > PartCount ? parts[PartCount] : "" };
    }
}
