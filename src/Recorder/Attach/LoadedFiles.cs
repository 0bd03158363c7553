using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace ReplayKit.Recorder.Attach;

/// <summary>The files that a process has loaded.</summary>
public static class LoadedFiles
{
    private static readonly ImmutableArray<string> s_runtimeFiles =
        ["libcoreclr.so", "libcoreclr.dylib", "coreclr.dll", "System.Private.CoreLib.dll"];

    /// <summary>Whether the process has loaded a .NET runtime; false also when this user may not look.</summary>
    public static bool HoldRuntime(int processId) =>
        All(processId).Any(static file => s_runtimeFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>Full paths, as seen from here, of the assemblies that the process has loaded; empty when this user may not look.</summary>
    public static ImmutableArray<string> Assemblies(int processId)
    {
        var root = ForeignRoot(processId);
        return [.. All(processId)
            .Where(static file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(file => root + file)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Full paths, as seen from here, of the assemblies that lie beside the one that the process was started with: its build. For a process that has
    /// loaded nothing yet, and may have ended before one can look again. Empty when this user may not look.
    /// </summary>
    public static ImmutableArray<string> OfBuild(int processId)
    {
        if (!OperatingSystem.IsLinux()) return [];
        var process = $"/proc/{processId}";
        var entry = CommandLineNames.EntryFile(LinuxProcess.CommandLine(processId)) is { } named
            ? Path.Combine(LinuxProcess.LinkTarget($"{process}/cwd") ?? "/", named)
            : LinuxProcess.LinkTarget($"{process}/exe") + ".dll";
        var root = ForeignRoot(processId);
        return File.Exists(root + entry) ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(root + entry)!, "*.dll").Order(StringComparer.Ordinal)] : [];
    }

    private static IReadOnlyList<string> All(int processId) =>
        OperatingSystem.IsLinux() ? LinuxProcess.MappedFiles(processId) : Modules(processId);

    // A container's process has a root of its own, through which its files can be reached from outside.
    private static string ForeignRoot(int processId) =>
        OperatingSystem.IsLinux() && LinuxProcess.NamespacePid(processId) is { } inside && inside != processId ? $"/proc/{processId}/root" : "";

    private static IReadOnlyList<string> Modules(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return [.. process.Modules.Cast<ProcessModule>().Select(static module => module.FileName).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return []; // gone, or not ours to look into: both are "not told"
        }
    }
}
