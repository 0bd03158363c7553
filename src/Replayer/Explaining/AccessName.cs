namespace ReplayKit.Replayer.Explaining;

/// <summary>Names an access within a run so that it is known again in a run of another order.</summary>
/// <param name="Request">The request that made it.</param>
/// <param name="Place">Where in the code, and what it touched.</param>
/// <param name="Occurrence">1-based count of such accesses of the request.</param>
public readonly record struct AccessName(int Request, string Place, int Occurrence);
