namespace ReplayKit.Replayer.Execution;

/// <summary>One stack, from the begin of its first step to its end: what owns a lock.</summary>
internal sealed class Execution(Operation operation)
{
    public Operation Operation { get; } = operation;

    /// <summary>How many initialisers of static fields are on it, one in the other.</summary>
    public int InitialiserCount { get; set; }

    /// <summary>Whether nothing of it stands any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>What an observer of the steps keeps about it.</summary>
    public object? Observed { get; set; }
}
