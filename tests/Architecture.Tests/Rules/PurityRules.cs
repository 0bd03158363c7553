using System.Collections.Frozen;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>What a pure part may not use: what it computes depends on what it is given, on nothing else.</summary>
internal static class PurityRules
{
    private static readonly FrozenSet<string> Types = new[]
    {
        // Clocks and timers.
        "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Timers.Timer",
        // Threads.
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel",
        // The outside.
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.Stream",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.Console", "System.Diagnostics.Process",
        // Chance.
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Members = new[]
    {
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.get_Factory",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    }.ToFrozenSet();

    private static readonly string[] Namespaces = ["System.Net.Sockets", "System.Net.Http", "System.IO.Pipes"];

    /// <summary>Uses of a clock, a thread, the outside or chance by what lives in the <paramref name="spaces"/>.</summary>
    public static IEnumerable<string> Impurities(IEnumerable<string> spaces, IEnumerable<Reference> references) =>
        references.Where(reference => spaces.Any(reference.IsFrom)).Where(IsImpure).Select(static reference => reference.ToString());

    private static bool IsImpure(Reference reference) =>
        Types.Contains(reference.Type)
        || Members.Contains(reference.Used)
        // The environment differs from run to run. The line ending does not matter here, and every compiled iterator asks for its thread.
        || reference is { Type: "System.Environment", Member: not ("" or "get_NewLine" or "get_CurrentManagedThreadId") }
        || Namespaces.Any(space => reference.Type.StartsWith(space + ".", StringComparison.Ordinal));
}
