using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RecorderTarget;

/// <summary>What this process says of itself: which method ran for whom, when, and on which thread.</summary>
public sealed partial class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Notes that a method runs for a request.</summary>
    public void Mark(int id, string method)
    {
        var timestamp = Stopwatch.GetTimestamp();
        _lines.Enqueue($"{id} {method} {timestamp} {(OperatingSystem.IsLinux() ? ThreadId() : 0)}");
    }

    /// <summary>All notes so far, one per line: request, method, timestamp in nanoseconds, operating-system thread (0 when unknown).</summary>
    public string Read() => string.Join('\n', _lines);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadId();
}
