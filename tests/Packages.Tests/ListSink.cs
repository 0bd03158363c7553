using Serilog.Core;
using Serilog.Events;

namespace Packages.Tests;

/// <summary>Adds what is logged to a list, without a lock of its own.</summary>
internal sealed class ListSink(List<string> lines) : ILogEventSink
{
    public void Emit(LogEvent logEvent) => lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
}
