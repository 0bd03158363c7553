using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>The one door of the tests with hostile files: a typed error, or the true beginning of the events, within bounded memory.</summary>
public static class Judge
{
    /// <summary>
    /// What one pass over a small file may allocate in all, and so the most it may ever hold. A real one takes about 0.1 MB; one whose few
    /// bytes stand for the largest chunk that is believed, below 32 MB.
    /// </summary>
    private const long AllocatedBytesMax = 32 * 1024 * 1024;

    /// <summary>Reads both ways, checks what came out against the truth, and gives how many events the streaming pass found.</summary>
    public static int CheckPrefix(string path, IReadOnlyList<RecordedEvent> truth, string what)
    {
        var streamed = Bounded(() => Stream(path), what);
        if (!IsPrefix(streamed, truth)) Assert.Fail($"{what}: streaming gave wrong events.");
        var whole = Bounded(() => ReadWhole(path), what);
        if (whole is null) return streamed.Count;
        if (!IsPrefix(whole.Events, truth)) Assert.Fail($"{what}: reading gave wrong events.");
        if (whole.Events.Length < truth.Count && !whole.Footer.Completeness.IsCutShort) Assert.Fail($"{what}: events are missing, and the recording does not say so.");
        return streamed.Count;
    }

    /// <summary>Reads both ways and lets anything come out but an error of no type.</summary>
    public static RecordingException? CheckTyped(string path, string what)
    {
        Bounded(() => Stream(path), what);
        return Bounded(() => Error(path), what);
    }

    private static List<RecordedEvent> Stream(string path)
    {
        var events = new List<RecordedEvent>();
        try
        {
            using var reader = RecordingReader.Open(path);
            foreach (var recorded in reader.Events()) events.Add(recorded);
        }
        catch (RecordingException)
        {
            // Typed: what came before it is judged.
        }

        return events;
    }

    private static Recording? ReadWhole(string path)
    {
        try
        {
            return RecordingFile.Read(path);
        }
        catch (RecordingException)
        {
            return null;
        }
    }

    private static RecordingException? Error(string path)
    {
        try
        {
            RecordingFile.Read(path);
            return null;
        }
        catch (RecordingException exception)
        {
            return exception;
        }
    }

    private static T Bounded<T>(Func<T> read, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            throw new AssertionException($"{what}: {exception}");
        }
        finally
        {
            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            if (taken > AllocatedBytesMax) Assert.Fail($"{what}: reading took {taken} bytes.");
        }
    }

    private static bool IsPrefix(IReadOnlyList<RecordedEvent> read, IReadOnlyList<RecordedEvent> truth) =>
        read.Count <= truth.Count && read.SequenceEqual(truth.Take(read.Count));
}
