using ReplayKit.Replayer.Weaving;

namespace ReplayKit.Weave;

/// <summary>What the tool tells, in the form that MSBuild reads: origin, severity, code, text.</summary>
internal static class WeaveMessages
{
    public const string RemedyForProjects =
        "Take the reference out of the test project, mend the file (a clean build often does), or build without weaving: ReplayKitWeaveEnabled=false.";

    private const string Tool = "replaykit-weave";

    public static void Error(string origin, string text) => Console.Error.WriteLine($"{origin} : error RK1001: {text.ReplaceLineEndings(" ")}");

    public static void Defect(string origin, Exception exception) =>
        Console.Error.WriteLine(
            $"{origin} : error RK1010: ReplayKit's weaver failed on this assembly ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}). "
            + $"The file is damaged, or this is a defect of ReplayKit: please report it if a clean build does not help. {RemedyForProjects}");

    public static void Unwoven(string origin, string reason) =>
        Console.Error.WriteLine($"{origin} : warning RK1006: {reason.ReplaceLineEndings(" ")} It stays as it is, and runs outside ReplayKit's control. Take it out of ReplayKitWeave to be rid of this warning.");

    public static void UnusedPattern(string pattern) =>
        Console.Error.WriteLine(
            $"{Tool} : warning RK1007: ReplayKitWeave names {pattern}, but no assembly that the build copies to the output folder fits, and none of the shared framework. Write the assembly's name, without .dll.");

    /// <summary>Tells what was woven in this call, and what in it is not under control.</summary>
    public static void Tell(IReadOnlyList<WeaveReport> woven, string reportPath)
    {
        if (woven.Count == 0) return;
        Console.WriteLine(
            $"ReplayKit wove {string.Join(", ", woven.Select(static report => report.Assembly))}: {woven.Sum(static report => report.Awaits)} awaits, "
            + $"{woven.Sum(static report => report.Calls.Values.Sum())} calls, {woven.Sum(static report => report.Skipped.Length)} skipped ({reportPath})");
        foreach (var report in woven)
        {
            foreach (var note in report.Notes) Console.WriteLine($"{Tool} : message RK1009: {report.Assembly}: {note}");
            foreach (var site in report.Skipped) Console.WriteLine($"{Tool} : message RK1002: {site.Method}: {site.What} is not controlled: {site.Reason}.");
        }
    }
}
