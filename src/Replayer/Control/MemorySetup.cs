namespace ReplayKit.Replayer.Control;

/// <summary>What is done about the memory accesses of one run.</summary>
/// <param name="Points">Which of them are scheduling points.</param>
/// <param name="Races">Is told of all of them; null when races are not looked for.</param>
internal sealed record MemorySetup(MemoryPoints Points, RaceFeed? Races)
{
    /// <summary>Writes down what is touched; null when nobody asks.</summary>
    public AccessLog? Accesses { get; init; }
}
