using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.Recorder.EventPipe;

namespace ReplayKit.Recorder.Attach;

/// <summary>
/// A command that was started to be recorded from its first instruction: every .NET runtime that begins in it waits until it is let go on. Its standard
/// streams are those of this process.
/// </summary>
public sealed class LaunchedCommand : IAsyncDisposable
{
    private const string PortsVariable = "DOTNET_DiagnosticPorts";

    private readonly Process _process;
    private readonly ReversedPort _port;
    private readonly DirectoryInfo? _folder;
    private bool _isLetGo;

    private LaunchedCommand(string text, Process process, (ReversedPort Port, DirectoryInfo? Folder) place)
    {
        Text = text;
        _process = process;
        (_port, _folder) = place;
    }

    /// <summary>The command, as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it runs, and is not waiting to be recorded.</summary>
    public bool IsRunning => _isLetGo && !_process.HasExited;

    /// <summary>Starts a command.</summary>
    /// <param name="words">The program, then its arguments; at least one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">It cannot be started.</exception>
    public static async Task<LaunchedCommand> StartAsync(ImmutableArray<string> words, CancellationToken cancellation)
    {
        // Nobody but this user can reach the port.
        var folder = OperatingSystem.IsWindows() ? null : Directory.CreateTempSubdirectory("replaykit-");
        var address = folder is null ? $"replaykit-{Guid.NewGuid():N}" : Path.Combine(folder.FullName, "port");
        var port = await ReversedPort.ListenAsync(address, cancellation).ConfigureAwait(false);
        try
        {
            return new LaunchedCommand(string.Join(' ', words), Process.Start(StartOf(words, address))!, (port, folder));
        }
        catch (Win32Exception e)
        {
            await port.DisposeAsync().ConfigureAwait(false);
            folder?.Delete(recursive: true);
            throw LaunchFailures.CannotStart(words[0], e);
        }
    }

    /// <summary>The process to record: the first to come, or the first of a name.</summary>
    /// <param name="child">The name; null for the first to come.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">The command ended before, or the process cannot be recorded.</exception>
    public async Task<DotnetProcess> FindAsync(string? child, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var found = _port.AcceptAsync(process => child is null || ProcessMatcher.Fits(child, process), ending.Token);
        var exit = _process.WaitForExitAsync(ending.Token);
        if (await Task.WhenAny(found, exit).ConfigureAwait(false) == exit) await ending.CancelAsync().ConfigureAwait(false);
        try
        {
            var process = await found.ConfigureAwait(false);
            return process with { ResumeAsync = token => LetGoAsync(process, token) };
        }
        catch (Exception e) when (_process.HasExited && e is OperationCanceledException or AttachException { Cause: AttachFailure.NotResponding })
        {
            cancellation.ThrowIfCancellationRequested();
            throw LaunchFailures.NeverConnected(Text, _process.ExitCode, child);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Hands a signal on that this process got, unless the terminal sent it to the command as well. Without effect when it has ended, and on Windows.</summary>
    /// <param name="signal">The signal.</param>
    public void HandOn(PosixSignal signal)
    {
        if (OperatingSystem.IsWindows() || _process.HasExited) return;
        if (signal is PosixSignal.SIGINT or PosixSignal.SIGHUP && ProcessSignals.IsInForeground()) return;
        ProcessSignals.Send(_process.Id, signal);
    }

    /// <summary>Ends what belongs to it. A command that still waits before its first instruction is ended: nobody would ever let it go on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isLetGo && !_process.HasExited) _process.Kill(entireProcessTree: true);
        await _port.DisposeAsync().ConfigureAwait(false);
        _folder?.Delete(recursive: true);
        _process.Dispose();
    }

    private async Task LetGoAsync(DotnetProcess process, CancellationToken cancellation)
    {
        await DisinheritAsync(process, cancellation).ConfigureAwait(false);
        await process.ResumeAsync!(cancellation).ConfigureAwait(false);
        _isLetGo = true;
    }

    // What the process starts from now on need not wait for us: it would for ever once this recorder is gone.
    private static async Task DisinheritAsync(DotnetProcess process, CancellationToken cancellation)
    {
        await using var client = await TargetClient.ConnectAsync(process, cancellation).ConfigureAwait(false);
        var others = Environment.GetEnvironmentVariable(PortsVariable) ?? "";
        try
        {
            await Task.Run(() => client.Diagnostics.SetEnvironmentVariable(PortsVariable, others), cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DiagnosticsClientException or IOException or SocketException or TimeoutException)
        {
            // What it starts then comes to us, and is let go on as long as this recorder is there.
        }
    }

    private static ProcessStartInfo StartOf(ImmutableArray<string> words, string address)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = false };
        var others = start.Environment.TryGetValue(PortsVariable, out var configured) && !string.IsNullOrEmpty(configured) ? ";" + configured : "";
        start.Environment[PortsVariable] = $"{address},suspend{others}";
        return start;
    }
}
