using System.Globalization;

namespace ReplayKit.Hooks;

/// <summary>Names one await of woven code. Woven code carries it as one string, <see cref="ToString"/>; <see cref="Parse"/> reads it back.</summary>
/// <param name="DeclaringType">Full name of the type whose source holds the await, compiler-generated closures removed.</param>
/// <param name="Method">Name in the source: the method, <c>Method.LocalFunction</c>, or <c>Method.lambda</c>.</param>
/// <param name="StateMachine">Bare name of the compiled state machine, such as <c>&lt;GetAsync&gt;d__3</c>.</param>
/// <param name="Ordinal">0-based position of the await among the awaits of its method.</param>
/// <param name="Awaited">Name of the method whose result is awaited; empty when the code does not tell.</param>
/// <param name="File">Source file as the symbols name it; empty without symbols.</param>
/// <param name="Line">1-based source line; 0 without symbols.</param>
public sealed record AwaitSite(
    string DeclaringType, string Method, string StateMachine, int Ordinal, string Awaited, string File, int Line)
{
    private const char Separator = '\t';
    private const int PartCount = 7;

    /// <summary>The form that woven code carries.</summary>
    public override string ToString() =>
        string.Join(Separator, DeclaringType, Method, StateMachine, Ordinal, Awaited, File, Line);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> was not written by <see cref="ToString"/>.</exception>
    public static AwaitSite Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(Separator);
        if (parts.Length != PartCount) throw new FormatException($"An await site has {PartCount} parts, this one has {parts.Length}: '{text}'.");
        return new AwaitSite(parts[0], parts[1], parts[2], Number(parts[3]), parts[4], parts[5], Number(parts[6]));
    }

    private static int Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"An await site holds '{part}' where a number is expected.");
}
