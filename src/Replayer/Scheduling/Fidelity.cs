namespace ReplayKit.Replayer.Scheduling;

/// <summary>How a run kept the recorded order constraints between steps of different operations.</summary>
/// <param name="Honoured">Both steps ran, in the recorded order.</param>
/// <param name="Reversed">Both steps ran, in the other order.</param>
/// <param name="Missing">One of the two steps did not run in this build.</param>
public readonly record struct Fidelity(int Honoured, int Reversed, int Missing)
{
    /// <summary>All constraints of the recording.</summary>
    public int Total => Honoured + Reversed + Missing;

    /// <summary>Share that was honoured, 0 to 1; 1 when the recording holds no constraint.</summary>
    public double Share => Total == 0 ? 1 : (double)Honoured / Total;
}
