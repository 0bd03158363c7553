namespace ReplayKit.Replayer.Weaving;

/// <summary>An assembly cannot be woven. The message names it and says why.</summary>
public sealed class WeaveException : Exception
{
    /// <summary>An error without a message.</summary>
    public WeaveException()
    {
    }

    /// <summary>An error that says what happened.</summary>
    public WeaveException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public WeaveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
