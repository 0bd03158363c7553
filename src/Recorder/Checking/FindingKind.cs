namespace ReplayKit.Recorder.Checking;

/// <summary>What a check can find. The names are part of the command line and of its JSON document.</summary>
public enum FindingKind
{
    /// <summary>The end is missing.</summary>
    CutShort,

    /// <summary>Events were lost.</summary>
    Lossy,

    /// <summary>What the file says of itself is not what it holds.</summary>
    Inconsistent,

    /// <summary>A token or key that shows by its form.</summary>
    Token,

    /// <summary>A private key in the form of PEM.</summary>
    PrivateKey,

    /// <summary>A password in a connection string, or in the user information of a URI.</summary>
    ConnectionString,

    /// <summary>The value of a telling name, such as <c>Authorization</c> or <c>api_key</c>, as it was sent.</summary>
    NamedSecret,

    /// <summary>A number that a payment card may have.</summary>
    CardNumber,
}
