using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Triggers;

/// <summary>Requests that are not answered yet, oldest first, within a bounded memory.</summary>
internal sealed class OpenRequests
{
    // Stops that were lost leave requests open for ever: beyond this many, the oldest are forgotten.
    private const int CountMax = 100_000;

    private readonly Dictionary<string, (long StartNs, string Path)> _open = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, long StartNs)> _byStart = new();

    internal void Start(in RecordedEvent started)
    {
        var name = NameOf(started);
        _open[name] = (started.TimeNs, started.Text ?? "");
        _byStart.Enqueue((name, started.TimeNs));
        if (_byStart.Count > CountMax) Forget(_byStart.Dequeue());
    }

    /// <summary>Path of the request that an event ends; empty when it is not known.</summary>
    internal string Stop(in RecordedEvent stopped) => _open.Remove(NameOf(stopped), out var request) ? request.Path : "";

    /// <summary>Takes out a request that has been open for too long.</summary>
    /// <returns>Its path; null when there is none.</returns>
    internal string? TakeOlderThan(long startNs)
    {
        while (_byStart.TryPeek(out var oldest))
        {
            var isOpen = _open.TryGetValue(oldest.Name, out var request) && request.StartNs == oldest.StartNs;
            if (isOpen && oldest.StartNs > startNs) return null;
            _byStart.Dequeue();
            if (!isOpen) continue;
            _open.Remove(oldest.Name);
            return request.Path;
        }

        return null;
    }

    private void Forget((string Name, long StartNs) oldest)
    {
        if (_open.TryGetValue(oldest.Name, out var request) && request.StartNs == oldest.StartNs) _open.Remove(oldest.Name);
    }

    private static string NameOf(in RecordedEvent e) => e.Field(FieldNames.TraceIdentifier) ?? "";
}
