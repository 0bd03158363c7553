namespace ReplayKit.Replayer.Minimising;

/// <summary>A place of an order at which control left a request that was to go on later.</summary>
/// <param name="Behind">Position, in the order, of the request's last step before it.</param>
/// <param name="To">The request that went on instead.</param>
public readonly record struct Preemption(int Behind, int To);
