using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ReplayKit.Recorder.Cutting;

namespace ReplayKit.Recorder.Cli;

/// <summary>What <c>--around</c> may say.</summary>
public static class AroundText
{
    /// <summary>The syntax, for help and messages.</summary>
    public const string Syntax = "request=N, exception, T1..T2 (from the start, such as 1.2s..1.9s) or path=GLOB";

    private const string RequestPrefix = "request=";
    private const string PathPrefix = "path=";
    private const string WindowMark = "..";

    /// <summary>Reads it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="around">What it says.</param>
    /// <returns>Whether it says something.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Around? around)
    {
        ArgumentNullException.ThrowIfNull(text);
        around = text switch
        {
            "exception" => new Around.Failure(),
            _ when text.StartsWith(RequestPrefix, StringComparison.Ordinal) => ParseRequest(text[RequestPrefix.Length..]),
            _ when text.StartsWith(PathPrefix, StringComparison.Ordinal) => ParsePath(text[PathPrefix.Length..]),
            _ => ParseWindow(text),
        };
        return around is not null;
    }

    private static Around.Request? ParseRequest(string text)
    {
        // `show` prints r17, so r17 is accepted as well.
        var digits = text.StartsWith('r') ? text[1..] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Around.Request(number)
            : null;
    }

    private static Around.Path? ParsePath(string text) => text.Length == 0 ? null : new Around.Path(new Glob(text));

    private static Around.Window? ParseWindow(string text)
    {
        var mark = text.IndexOf(WindowMark, StringComparison.Ordinal);
        if (mark < 0) return null;
        var isWindow = DurationText.TryParse(text[..mark], out var startNs);
        isWindow &= DurationText.TryParse(text[(mark + WindowMark.Length)..], out var stopNs);
        return isWindow && startNs <= stopNs ? new Around.Window(startNs, stopNs) : null;
    }
}
