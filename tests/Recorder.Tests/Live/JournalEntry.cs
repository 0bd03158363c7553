using System.Diagnostics;
using System.Globalization;

namespace Recorder.Tests.Live;

/// <summary>A note that the target made of itself.</summary>
/// <param name="Id">Which request.</param>
/// <param name="Method">Which method.</param>
/// <param name="TimeNs">When, on the machine's monotonic clock.</param>
/// <param name="ThreadId">Operating-system thread; 0 when unknown.</param>
public sealed record JournalEntry(int Id, string Method, long TimeNs, long ThreadId)
{
    public static JournalEntry[] ParseAll(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static JournalEntry Parse(string line)
    {
        var parts = line.Split(' ');
        var ticks = long.Parse(parts[2], CultureInfo.InvariantCulture);
        var timeNs = (long)(ticks * (1e9m / Stopwatch.Frequency));
        return new JournalEntry(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], timeNs, long.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
