using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Diagnostics.NETCore.Client;

namespace ReplayKit.Recorder.Attach;

/// <summary>The .NET processes of this machine.</summary>
public static class DotnetProcesses
{
    /// <summary>Oldest runtime that can be recorded: from here on task events come without stacks.</summary>
    public const int RuntimeMajorMin = 9;

    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(3);

    /// <summary>All .NET processes that answer, by pid; without the recorder itself.</summary>
    public static async Task<ImmutableArray<DotnetProcess>> ListAsync(CancellationToken cancellation = default)
    {
        var pids = DiagnosticsClient.GetPublishedProcesses().Where(static pid => pid != Environment.ProcessId);
        var asked = await Task.WhenAll(pids.Select(pid => TryFindAsync(pid, cancellation))).ConfigureAwait(false);
        return [.. asked.OfType<DotnetProcess>().OrderBy(static process => process.ProcessId)];
    }

    /// <summary>The process of a name; see <see cref="ProcessMatcher.Find"/>.</summary>
    /// <exception cref="AttachException">None has it, several have it, or the one that has cannot be recorded.</exception>
    public static async Task<DotnetProcess> FindAsync(string name, CancellationToken cancellation = default) =>
        ProcessMatcher.Find(name, await ListAsync(cancellation).ConfigureAwait(false));

    /// <summary>One process, checked to be recordable.</summary>
    /// <exception cref="AttachException">It cannot be recorded; the exception says why and what to do.</exception>
    public static async Task<DotnetProcess> FindAsync(int processId, CancellationToken cancellation = default)
    {
        var name = NameOf(processId) ?? throw AttachFailures.NoSuchProcess(processId);
        var address = DiagnosticPort.Find(processId) ?? throw WithoutPort(processId, name);
        var told = await AskAsync(address, processId, name, cancellation).ConfigureAwait(false);
        var found = Checked(told, processId, name);
        return OperatingSystem.IsWindows() ? found : found with { Address = address };
    }

    /// <summary>What a runtime told, checked to be recordable and with a name.</summary>
    /// <param name="told">Its answer; null when it was too old to understand the question.</param>
    /// <param name="processId">Its pid as seen from here.</param>
    /// <param name="name">What to call it when it does not tell.</param>
    /// <exception cref="AttachException">It is too old.</exception>
    internal static DotnetProcess Checked(DotnetProcess? told, int processId, string name)
    {
        if (told is null) throw AttachFailures.TooOld(processId, name, "");
        if (MajorOf(told.RuntimeVersion) is { } major && major < RuntimeMajorMin) throw AttachFailures.TooOld(processId, name, told.RuntimeVersion);
        return told with { ProcessId = processId, Name = told.Name.Length > 0 ? told.Name : name };
    }

    /// <summary>Major number of a runtime's version; null when the text is none.</summary>
    public static int? MajorOf(string runtimeVersion) =>
        int.TryParse(runtimeVersion.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    private static async Task<DotnetProcess?> TryFindAsync(int processId, CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(processId, cancellation).ConfigureAwait(false);
        }
        catch (AttachException)
        {
            return null; // the list holds what can be recorded; asking for the pid itself tells why one cannot
        }
    }

    private static async Task<DotnetProcess?> AskAsync(string address, int processId, string name, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(s_answerTimeout);
        try
        {
            await using var port = await DiagnosticPort.OpenAsync(address, timeout.Token).ConfigureAwait(false);
            return await ProcessInfoClient.AskAsync(port, timeout.Token).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied)
        {
            throw AttachFailures.OtherUser(processId, name, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw AttachFailures.OtherUser(processId, name, e);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            throw WithoutPort(processId, name, e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or SocketException or TimeoutException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw NameOf(processId) is null ? AttachFailures.NoSuchProcess(processId) : AttachFailures.NotResponding(processId, name, e);
        }
    }

    private static AttachException WithoutPort(int processId, string name, Exception? inner = null)
    {
        if (NameOf(processId) is null) return AttachFailures.NoSuchProcess(processId);
        if (LinuxProcess.IsOfOtherUser(processId)) return AttachFailures.OtherUser(processId, name, inner);
        if (LinuxProcess.ListeningDiagnosticSocket(processId) is not null) return AttachFailures.SocketGone(processId, name, inner);
        return LoadedFiles.HoldRuntime(processId)
            ? AttachFailures.DiagnosticsDisabled(processId, name, inner)
            : AttachFailures.NotDotNet(processId, name);
    }

    private static string? NameOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null; // no such process, or it exited between the two calls
        }
    }
}
