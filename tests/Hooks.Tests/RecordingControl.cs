using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Writes down what the hooks ask, and answers as told.</summary>
internal sealed class RecordingControl : IControl
{
    /// <summary>Each call, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What was suspended, in order.</summary>
    public List<(PendingAwait Pending, Action Continuation)> Suspended { get; } = [];

    public bool IsInControl { get; set; } = true;

    /// <summary>What <see cref="ContinuesSynchronously"/> says; null for what the awaiter says.</summary>
    public bool? Continues { get; set; }

    /// <summary>Thrown by the member of this name.</summary>
    public string? Throws { get; set; }

    public TaskCompletionSource Delayed { get; } = new();

    public TimeProvider Time { get; set; } = new ManualTime();

    public bool ContinuesSynchronously(bool isCompleted, string site)
    {
        Note(nameof(ContinuesSynchronously), $"{isCompleted} {site}");
        return Continues ?? isCompleted;
    }

    public void Suspend(PendingAwait pending, Action continuation, string site)
    {
        Note(nameof(Suspend), site);
        Suspended.Add((pending, continuation));
    }

    public Task Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        Note(nameof(Delay), $"{delay.TotalMilliseconds} {(cancellationToken.CanBeCanceled ? "cancellable" : "for sure")}");
        return Delayed.Task;
    }

    private void Note(string member, string what)
    {
        Calls.Add($"{member} {what}");
        if (Throws == member) throw new ControlFailedException(member);
    }
}
