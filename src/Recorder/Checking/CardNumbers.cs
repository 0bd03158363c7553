using System.Text.RegularExpressions;

namespace ReplayKit.Recorder.Checking;

/// <summary>Finds numbers that a payment card may have: a card company's first digits and length, and the right check digit.</summary>
internal static partial class CardNumbers
{
    private const int Base = 10;

    /// <summary>The numbers in a text, without their separators.</summary>
    /// <param name="text">The text.</param>
    internal static IEnumerable<string> In(string text)
    {
        foreach (Match match in Candidate().Matches(text))
        {
            var digits = match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            if (IsOfCompany().IsMatch(digits) && HasCheckDigit(digits)) yield return digits;
        }
    }

    // Luhn, ISO/IEC 7812-1 annex B: from the right, every second digit counts double, and the sum of all digits divides by ten.
    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            if (i % 2 == 1) value *= 2;
            sum += value >= Base ? value - (Base - 1) : value;
        }

        return sum % Base == 0;
    }

    // Not within a longer word or number: a trace id or a decimal is no card. Groups as they are printed: 4-4-4-4, 4-6-5, 4-6-4.
    [GeneratedRegex(@"(?<![\w.-])(\d{14,19}|\d{4}([ -])\d{4}\2\d{4}\2\d{4}|\d{4}([ -])\d{6}\3\d{4,5})(?![\w-]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    // Visa, Mastercard (two ranges), American Express, Discover, Diners Club, JCB, UnionPay.
    [GeneratedRegex(
        @"^(4\d{15}|5[1-5]\d{14}|2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(011|5\d\d|4[4-9]\d)\d{12}|3(0[0-5]|[68]\d)\d{11}|35(2[89]|[3-8]\d)\d{12}|62\d{14,17})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex IsOfCompany();
}
