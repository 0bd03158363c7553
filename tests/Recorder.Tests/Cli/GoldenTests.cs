using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>
/// What the tool prints of an incident that was once recorded and cut. The file is kept as it is when the format or the recorder changes: an old
/// incident must stay readable.
/// </summary>
public sealed class GoldenTests
{
    private const string Incident = "price-cache-stampede";

    [TestCase("golden-show.txt", "show", Incident)]
    [TestCase("golden-request.txt", "show", Incident, "--request", "41")]
    [TestCase("golden-events.txt", "show", Incident, "--events")]
    [TestCase("golden-show.json", "show", Incident, "--json", "--request", "41")]
    public async Task Show_golden_incident_prints_what_it_always_did(string snapshot, params string[] command) =>
        Snapshot.Check(snapshot, (await Tool.RunInAsync(Folder(), command)).IsDone().Out);

    internal static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "Golden");
}
