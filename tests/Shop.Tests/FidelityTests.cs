using System.Text.RegularExpressions;
using NUnit.Framework;
using ReplayKit;

namespace Shop.Tests;

/// <summary>How many of the recorded order constraints each build keeps is what docs/fidelity.md says.</summary>
public sealed partial class FidelityTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce).SetArgDisplayNames("stampede");
        yield return new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold).SetArgDisplayNames("oversold");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Constraints_that_are_kept_are_those_of_the_document(string path, Func<Replay, bool, Task> body)
    {
        var runner = IncidentRunner.Load(path);
        var withBug = (await runner.RunAsync(replay => body(replay, false))).Result.Constraints;
        var corrected = (await runner.RunAsync(replay => body(replay, true))).Result.Constraints;
        Assert.That(withBug.Share, Is.EqualTo(1.0));
        Assert.That(corrected.Total, Is.EqualTo(withBug.Total));
        Assert.That(new[] { withBug.Total, withBug.Honoured, corrected.Honoured }, Is.EqualTo(Quoted(path)));
    }

    private static int[] Quoted(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ReplayKit.sln"))) folder = folder.Parent;
        var rows = Row().Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "fidelity.md")));
        return [.. rows.Single(row => row.Groups[1].Value == path).Groups.Values.Skip(2).Select(static cell => int.Parse(cell.Value))];
    }

    [GeneratedRegex(@"^\| `(traces/[^`]+)` \| (\d+) \| (\d+) \([^|]+ \| (\d+) \([^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
