using System.Globalization;
using System.Text;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// Makes recorded text safe to print: a path or a header comes from the network, and an escape sequence in it must not reach the terminal.
/// </summary>
public static class SafeText
{
    /// <summary>The text with control and formatting characters written as <c>\u001B</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsUnsafe)) return text;
        var clean = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsUnsafe(character)) clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else clean.Append(character);
        }

        return clean.ToString();
    }

    private static bool IsUnsafe(char character) =>
        char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
