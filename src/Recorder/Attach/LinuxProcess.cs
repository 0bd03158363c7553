using System.Collections.Immutable;
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

    /// <summary>
    /// Path, as the process sees it, of the diagnostic socket that it listens on. The system keeps it even when the file was deleted.
    /// </summary>
    public static string? ListeningDiagnosticSocket(int processId)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"/dotnet-diagnostic-{NamespacePid(processId) ?? processId}-");
        // "address: references protocol flags type state inode path"; the table is that of the process's network namespace.
        return ReadText($"/proc/{processId}/net/unix")?.Split('\n').Where(line => line.Contains(name, StringComparison.Ordinal))
            .Select(static line => line[line.IndexOf('/', StringComparison.Ordinal)..]).FirstOrDefault();
    }

    /// <summary>The command line that the process was started with, word by word; empty when it is not told.</summary>
    public static ImmutableArray<string> CommandLine(int processId) => [.. ReadText($"/proc/{processId}/cmdline")?.TrimEnd('\0').Split('\0') ?? []];

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

    /// <summary>What a link of <c>/proc</c> points to; null when it is not told.</summary>
    public static string? LinkTarget(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // gone, or another user's
        }
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
