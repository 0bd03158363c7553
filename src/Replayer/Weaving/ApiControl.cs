namespace ReplayKit.Replayer.Weaving;

/// <summary>What becomes of a member of the framework in woven code.</summary>
public enum ApiControl
{
    /// <summary>Our model decides.</summary>
    Controlled,

    /// <summary>It runs on virtual time, or on seeded chance.</summary>
    Virtualised,

    /// <summary>It neither waits nor starts anything, and needs no control.</summary>
    Harmless,

    /// <summary>It is not controlled, for a reason: the weave report names each place.</summary>
    Refused,
}
