using ReplayKit.Recorder.Cutting;

namespace ReplayKit.Recorder.Triggers;

/// <summary>Something at which a recording is kept, or ends.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>An exception is thrown, caught or not.</summary>
    /// <param name="Type">Its type's full name, with <c>*</c> and <c>?</c>; null for any.</param>
    public sealed record Exception(Glob? Type) : Trigger;

    /// <summary>A request is answered with a status.</summary>
    /// <param name="Code">The status code.</param>
    public sealed record Status(int Code) : Trigger;

    /// <summary>A request takes longer than this, whether or not it was answered by then.</summary>
    /// <param name="Limit">How long; above zero.</param>
    public sealed record Latency(TimeSpan Limit) : Trigger;

    /// <summary>Somebody asks for it: <c>SIGUSR1</c> on Unix, or the API.</summary>
    public sealed record Signal : Trigger;
}
