using ReplayKit.Replayer.Minimising;

namespace ReplayKit;

/// <summary>How large an incident is to a reader.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="Steps">How many steps a schedule decides about.</param>
/// <param name="Switches">How often control passes from one request to another.</param>
public sealed record MinimisedSize(int Requests, int Steps, int Switches)
{
    internal static MinimisedSize Of(IncidentRun run)
    {
        var order = new SwitchedOrder(run.Result.Trace);
        return new MinimisedSize(run.Replay.Requests.Count, order.Steps.Length, order.SwitchCount);
    }
}
