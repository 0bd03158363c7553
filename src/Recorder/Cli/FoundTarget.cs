using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary>What <c>replaykit record</c> found to record, and what must stay while it does.</summary>
/// <param name="Process">The process.</param>
/// <param name="Port">The port that it came to; null when it listens by itself.</param>
/// <param name="Command">The command that was started for it; null when it ran already.</param>
internal sealed record FoundTarget(DotnetProcess Process, ReversedPort? Port = null, LaunchedCommand? Command = null) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Port is not null) await Port.DisposeAsync();
        if (Command is not null) await Command.DisposeAsync();
    }
}
