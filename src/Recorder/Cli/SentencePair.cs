namespace ReplayKit.Recorder.Cli;

/// <summary>Messages that say what happened and then what to do.</summary>
public static class SentencePair
{
    private const string Mark = ". ";

    /// <summary>Takes the last sentence, the remedy, from the others.</summary>
    /// <param name="message">A message of two sentences or more.</param>
    /// <returns>What happened, and what to do; the latter empty when the message has one sentence.</returns>
    public static (string What, string Remedy) Split(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var at = message.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? (message, "") : (message[..(at + 1)], message[(at + Mark.Length)..]);
    }
}
