namespace ReplayKit.Replayer.Races;

/// <summary>What runs one thing after the other: a stack, and the stacks that go on where it left off. The detector's thread.</summary>
/// <remarks>An operation may have several: what it started and has not awaited runs beside it in production.</remarks>
/// <param name="number">Its place in the clocks.</param>
public sealed class Flow(int number)
{
    /// <summary>Its place in the clocks.</summary>
    public int Number => number;

    /// <summary>What it knows of each flow.</summary>
    public VectorClock Clock { get; set; } = new();

    /// <summary>Its own part of its clock. What it does now is known to others once they know this number.</summary>
    public int Epoch => Clock[number];

    /// <summary>Its own part of its clock at its last access.</summary>
    public int LastUsed { get; set; }

    /// <summary>Whether its stack stands.</summary>
    public bool IsBusy { get; set; }
}
