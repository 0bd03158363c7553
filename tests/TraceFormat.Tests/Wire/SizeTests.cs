using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

public sealed class SizeTests
{
    [Test]
    public void Event_of_a_busy_service_takes_at_most_twelve_bytes()
    {
        const int count = 200_000;
        using var folder = new TempFolder();
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. RealisticStream.Make(count)] });
        var bytesPerEvent = new FileInfo(folder.File()).Length / (double)count;
        TestContext.Out.WriteLine($"{bytesPerEvent:F2} bytes per event");
        Assert.That(bytesPerEvent, Is.LessThanOrEqualTo(12));
    }
}
