using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Compares a text with the file that holds what it should be. REPLAYKIT_UPDATE_SNAPSHOTS=1 writes the files anew.</summary>
internal static class Snapshot
{
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("REPLAYKIT_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, text);
        Assert.That(File.Exists(path), Is.True, $"{name} is missing; set REPLAYKIT_UPDATE_SNAPSHOTS=1 to write it.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), name);
    }
}
