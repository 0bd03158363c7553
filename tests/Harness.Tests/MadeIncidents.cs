using FailingFixtures;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Harness.Tests;

/// <summary>Makes the incidents that the failing fixtures name, out of the saved ones, beside the test assembly.</summary>
[SetUpFixture]
public sealed class MadeIncidents
{
    /// <summary>Events that the lossy recording says were lost.</summary>
    public const int LostCount = 17;

    private static readonly string Here = AppContext.BaseDirectory;

    [OneTimeSetUp]
    public void Make()
    {
        // The service is looked for in the process: fixtures that host nothing find it loaded, whatever ran before them.
        Assert.That(typeof(Program).Assembly.GetName().Name, Is.EqualTo(nameof(Shop)));
        if (Directory.Exists(At(Paths.Made))) Directory.Delete(At(Paths.Made), recursive: true);
        var (stampede, recording) = IncidentFolder.Load(Saved(Paths.Stampede));
        MakeWhole(stampede, recording);
        MakeIncomplete(stampede, recording);
        MakeBroken(stampede, recording);
        foreach (var name in (string[])["first", "second"]) IncidentFolder.Save(Path.Combine(At(Paths.Several), name), stampede, recording);
        Directory.CreateDirectory(Path.Combine(At(Paths.Several), "no-incident"));
    }

    private static void MakeWhole(Incident stampede, Recording recording)
    {
        IncidentFolder.Save(At(Paths.WithException), stampede with { Symptom = new Symptom(SymptomKind.Exception, typeof(InvalidOperationException).FullName!) }, recording);
        IncidentFolder.Save(At(Paths.WithStatus), stampede with { Symptom = new Symptom(SymptomKind.Status, "500") }, recording);
        foreach (var path in (string[])[Paths.Pinned, Paths.Minimised, Paths.Certified]) IncidentFolder.Save(At(path), stampede, recording);
        MakeSymptoms(stampede, recording);
        var foreign = recording.Footer.AsyncMethods.Select(static method => method.Assembly == nameof(Shop) ? method with { Assembly = "Elsewhere" } : method);
        IncidentFolder.Save(At(Paths.OfAnotherService), stampede, recording with { Footer = recording.Footer with { AsyncMethods = [.. foreign] } });
        var (oversold, orders) = IncidentFolder.Load(Saved(Paths.Oversold));
        IncidentFolder.Save(At(Paths.WithBody), oversold, WithBody(orders));
    }

    private static void MakeSymptoms(Incident stampede, Recording recording)
    {
        var thrown = new Symptom(SymptomKind.Exception, typeof(HttpRequestException).FullName!);
        foreach (var (path, symptom) in (IEnumerable<(string, Symptom)>)
        [
            (Paths.WithBadGateway, new Symptom(SymptomKind.Status, "502")),
            (Paths.WithExceptionInFetch, thrown with { Method = "FetchAsync" }),
            (Paths.WithExceptionElsewhere, thrown with { Method = "ChargeAsync" }),
            (Paths.WithLatency, Symptom.Over(TimeSpan.FromMilliseconds(20))),
            (Paths.WithLongLatency, Symptom.Over(TimeSpan.FromSeconds(10))),
            (Paths.WithDeadlock, new Symptom(SymptomKind.Deadlock, "")),
        ])
            IncidentFolder.Save(At(path), stampede with { Symptom = symptom }, recording);
    }

    private static void MakeIncomplete(Incident stampede, Recording recording)
    {
        var lossy = recording.Footer.Completeness with { EventsLost = LostCount };
        IncidentFolder.Save(At(Paths.Lossy), stampede with { Completeness = lossy }, recording with { Footer = recording.Footer with { Completeness = lossy } });
        WriteUnclosed(Paths.CutShort, stampede, recording);
        WriteUnclosed(Paths.Empty, stampede, recording with { Events = [] });
    }

    private static void MakeBroken(Incident stampede, Recording recording)
    {
        foreach (var path in (string[])[Paths.Damaged, Paths.Malformed, Paths.NoRecording, Paths.NoDescription, Paths.Foreign]) IncidentFolder.Save(At(path), stampede, recording);
        var damaged = File.ReadAllBytes(RecordingOf(Paths.Damaged));
        damaged[damaged.Length / 2] ^= 0xFF;
        File.WriteAllBytes(RecordingOf(Paths.Damaged), damaged);
        File.WriteAllText(DescriptionOf(Paths.Malformed), "{ \"title\": ");
        File.Delete(RecordingOf(Paths.NoRecording));
        File.Delete(DescriptionOf(Paths.NoDescription));
        File.WriteAllText(RecordingOf(Paths.Foreign), "This file is none of ours, and is longer than the first bytes of one that is.");
    }

    // As a recorder leaves it that was killed: no footer, and the name of a file that is not complete.
    private static void WriteUnclosed(string path, Incident incident, Recording recording)
    {
        IncidentFolder.Save(At(path), incident, recording);
        File.Delete(RecordingOf(path));
        using var writer = RecordingWriter.Create(RecordingOf(path), recording.Header);
        foreach (var recorded in recording.Events) writer.Append(recorded);
        writer.Flush();
    }

    private static Recording WithBody(Recording recording)
    {
        var first = recording.Events.First(static recorded => recorded.Kind == RecordedEventKind.RequestStarted);
        var length = new RecordedField(FieldNames.HeaderPrefix + "Content-Length", "10");
        var fields = first.Fields.RemoveAll(field => field.Name.Equals(length.Name, StringComparison.OrdinalIgnoreCase)).Add(length);
        return recording with { Events = recording.Events.Replace(first, first with { Fields = fields }) };
    }

    private static string At(string path) => Path.Combine(Here, path);

    private static string RecordingOf(string path) => Path.Combine(At(path), IncidentFolder.RecordingFileName);

    private static string DescriptionOf(string path) => Path.Combine(At(path), IncidentFolder.IncidentFileName);

    private static string Saved(string path)
    {
        var folder = new DirectoryInfo(Here);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, path))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException($"{path} is in no folder above {Here}."), path);
    }
}
