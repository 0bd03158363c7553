using ReplayKit.Replayer.Running;

namespace ReplayKit.Hosting;

/// <summary>Marks a request of the replay on its way through the in-memory server.</summary>
internal sealed class ReplayedRequestFeature(OperationEntry entry)
{
    /// <summary>The door to the scheduler.</summary>
    public OperationEntry Entry { get; } = entry;

    /// <summary>Whether the request reached the service's pipeline.</summary>
    public bool HasArrived { get; set; }

    /// <summary>Whether the service had an endpoint for the request.</summary>
    public bool HasEndpoint { get; set; }
}
