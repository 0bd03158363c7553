namespace ReplayKit.Recorder.Cutting;

/// <summary>The recording has nothing that fits what was asked for, or too much of it.</summary>
public sealed class CannotCutException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="message">One sentence: what the recording lacks.</param>
    /// <param name="remedy">One sentence: what to ask for instead.</param>
    public CannotCutException(string message, string remedy)
        : base(message) => Remedy = remedy;

    /// <summary>One sentence: what to ask for instead.</summary>
    public string Remedy { get; }
}
