using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReplayKit.Recorder.Cli;

/// <summary>Durations as a person writes and reads them.</summary>
public static class DurationText
{
    /// <summary>The syntax, for help and messages.</summary>
    public const string Syntax = "500ms, 30s, 5m, 1h, or seconds without a unit";

    // Longest suffix first: "ms" also ends in "s".
    private static readonly ImmutableArray<(string Suffix, double Seconds)> Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    private const long NsPerSecond = 1_000_000_000;
    private const double SecondsMax = 365.0 * 24 * 3600;

    /// <summary>Reads a duration of at most a year.</summary>
    /// <param name="text">Such as <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>1.5s</c> or <c>30</c> (seconds).</param>
    /// <param name="ns">The duration in nanoseconds, zero or more.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out long ns)
    {
        ns = 0;
        if (string.IsNullOrEmpty(text)) return false;
        var (suffix, scale) = Units.First(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        var digits = text.AsSpan(0, text.Length - suffix.Length);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        var seconds = number * scale;
        if (!double.IsFinite(seconds) || seconds > SecondsMax) return false;
        ns = (long)Math.Round(seconds * NsPerSecond);
        return true;
    }

    /// <summary>A duration for a person: <c>412 µs</c>, <c>12.3 ms</c>, <c>1.204 s</c>, <c>2 m 03 s</c>, <c>1 h 02 m</c>.</summary>
    /// <param name="ns">Nanoseconds, zero or more.</param>
    public static string Format(long ns) => ns switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e3:0} µs"),
        < NsPerSecond => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(ns / 1e6, 999.9):0.0} ms"),
        < 60 * NsPerSecond => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(ns / 1e9, 59.999):0.000} s"),
        < 3600 * NsPerSecond => string.Create(CultureInfo.InvariantCulture, $"{ns / (60 * NsPerSecond)} m {ns / NsPerSecond % 60:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ns / (3600 * NsPerSecond)} h {ns / (60 * NsPerSecond) % 60:00} m"),
    };

    /// <summary>A point in time within a recording: seconds to the millisecond, such as <c>1.204 s</c>.</summary>
    /// <param name="ns">Nanoseconds since the recording began.</param>
    public static string FormatOffset(long ns) => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e9:0.000} s");

    /// <summary>A distance within a request: milliseconds to the microsecond with a sign, such as <c>+0.412 ms</c>.</summary>
    /// <param name="ns">Nanoseconds since the request arrived.</param>
    public static string FormatFine(long ns) => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e6:+0.000;-0.000;+0.000} ms");
}
