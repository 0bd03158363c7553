namespace ReplayKit;

/// <summary>A replay cannot begin: something that the test must supply is missing. The message says what to do.</summary>
public class ReplaySetupException : Exception
{
    /// <summary>An error without a message.</summary>
    public ReplaySetupException()
    {
    }

    /// <summary>An error that says what happened and what to do.</summary>
    public ReplaySetupException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public ReplaySetupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
