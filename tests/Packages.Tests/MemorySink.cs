using Serilog.Core;
using Serilog.Events;

namespace Packages.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class MemorySink : ILogEventSink
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Emit(LogEvent logEvent)
    {
        lock (_lines) _lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
