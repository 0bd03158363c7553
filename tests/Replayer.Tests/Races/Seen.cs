using ReplayKit.Hooks;
using ReplayKit.Replayer.Races;

namespace Replayer.Tests.Races;

/// <summary>Makes accesses.</summary>
internal static class Seen
{
    public static SeenAccess By(Flow flow, string where, bool isWrite, bool isAtomic = false) =>
        new(flow.Number, flow.Epoch, new AccessKind(isWrite, isAtomic), new CodeSite("Test", where, "Count", "", 0), flow.Number);
}
