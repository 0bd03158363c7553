using System.Globalization;

namespace ReplayKit.Recorder.Attach;

/// <summary>What <c>/proc</c> tells about a process. Everything is null or empty where it does not tell: other system, other user, gone.</summary>
public static class LinuxProcess
{
    /// <summary>The pid that the process itself sees when it lives in a pid namespace.</summary>
    public static int? NamespacePid(int processId)
    {
        var line = StatusLine(processId.ToString(CultureInfo.InvariantCulture), "NSpid:");
        return int.TryParse(line?.Split('\t', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(), out var pid) ? pid : null;
    }

    /// <summary>Whether the process runs under another user, and this process may not act for it.</summary>
    public static bool IsOfOtherUser(int processId)
    {
        var own = EffectiveUser("self");
        var other = EffectiveUser(processId.ToString(CultureInfo.InvariantCulture));
        return own is not null && other is not null && own != "0" && own != other;
    }

    /// <summary>A variable of the environment that the process was started with.</summary>
    public static string? EnvironmentVariable(int processId, string name)
    {
        var prefix = name + "=";
        return ReadText($"/proc/{processId}/environ")?.Split('\0')
            .FirstOrDefault(entry => entry.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
    }

    /// <summary>Full paths of the files that the process has mapped into its memory, each once.</summary>
    public static IReadOnlyList<string> MappedFiles(int processId)
    {
        var text = ReadText($"/proc/{processId}/maps");
        if (text is null) return [];
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // "start-end perms offset device inode   /path"; only the path holds a slash.
            var slash = line.IndexOf('/');
            if (slash >= 0) files.Add(line[slash..].ToString());
        }

        return [.. files];
    }

    private static string? EffectiveUser(string process) =>
        StatusLine(process, "Uid:")?.Split('\t', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);

    private static string? StatusLine(string process, string label) =>
        ReadText($"/proc/{process}/status")?.Split('\n')
            .FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..];

    private static string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null; // the process is gone, or this is not Linux: the caller treats both as "not told"
        }
        catch (UnauthorizedAccessException)
        {
            return null; // another user's process: not told either
        }
    }
}
