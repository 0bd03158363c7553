using System.Globalization;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What an incident reproduces.</summary>
/// <param name="Kind">How the failure shows.</param>
/// <param name="Detail">Exception type, status code, or limit; empty for <see cref="SymptomKind.Assertion"/> and <see cref="SymptomKind.Deadlock"/>.</param>
public sealed record Symptom(SymptomKind Kind, string Detail)
{
    /// <summary>Readable name of the method that threw the exception, or that called what threw it; empty when the recording does not tell, and for other kinds.</summary>
    /// <remarks>Never null: a description that was written before there was this member has none.</remarks>
    public string Method { get; init => field = value ?? ""; } = "";

    /// <summary>The limit of a latency; null for other kinds, and when the detail is none.</summary>
    public TimeSpan? Limit => Kind == SymptomKind.Latency ? LimitOf(Detail) : null;

    /// <summary>A latency over this limit.</summary>
    public static Symptom Over(TimeSpan limit) => new(SymptomKind.Latency, string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMilliseconds:0.###}ms"));

    private static TimeSpan? LimitOf(string text)
    {
        var (digits, unitMs) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : text.EndsWith('s') ? (text[..^1], 1000) : ("", 0);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * unitMs < TimeSpan.MaxValue.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number * unitMs)
            : null;
    }
}
