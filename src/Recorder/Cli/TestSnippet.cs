using System.Collections.Immutable;
using System.Text;

namespace ReplayKit.Recorder.Cli;

/// <summary>The NUnit test that replays an incident, to be pasted into a test project.</summary>
public static class TestSnippet
{
    /// <summary>The test's lines.</summary>
    /// <param name="folder">The incident's folder, as the test project will name it.</param>
    public static ImmutableArray<string> Lines(string folder)
    {
        var path = folder.Replace('\\', '/').TrimEnd('/');
        return
        [
            $"[Incident(\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\")]",
            $"public async Task {TestName(path)}(Replay replay)",
            "{",
            "    await using var app = replay.Host<Program>();",
            "    await replay.RunAsync();   // then assert what production got wrong, for example on app.Services",
            "}",
        ];
    }

    /// <summary>A test's name from a folder's: <c>traces/price-cache</c> gives <c>Price_cache</c>.</summary>
    /// <param name="path">The folder, with forward slashes.</param>
    public static string TestName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var folder = path[(path.LastIndexOf('/') + 1)..];
        var name = new StringBuilder();
        foreach (var character in folder) name.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        if (name.Length == 0 || !char.IsAsciiLetter(name[0])) name.Insert(0, "Incident_");
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}
