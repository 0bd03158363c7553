using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Signals: events, countdowns, barriers, and the waits for them.</summary>
internal static class SignalRows
{
    private const string RealState = "The real object keeps the state, and is never waited for";
    private const string Names = "The real object keeps the state, and is never waited for; a named one, which only Windows has, may be signalled by other processes";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. LockRows.Members("System.Threading.WaitHandle", "WaitHandleHooks", "WaitOne", "WaitAll", "WaitAny", "SignalAndWait"),
        LockRows.Rest("System.Threading.WaitHandle", RealState),
        LockRows.Rest("System.Threading.WaitHandleExtensions", RealState),
        .. LockRows.Members("System.Threading.EventWaitHandle", "EventWaitHandleHooks", "Set", "Reset"),
        LockRows.Rest("System.Threading.EventWaitHandle", Names),
        LockRows.Rest("System.Threading.AutoResetEvent", RealState),
        LockRows.Rest("System.Threading.ManualResetEvent", RealState),
        .. LockRows.Members("System.Threading.ManualResetEventSlim", "ManualResetEventSlimHooks", "Wait", "Set", "Reset", "get_IsSet"),
        LockRows.Rest("System.Threading.ManualResetEventSlim", RealState),
        .. LockRows.Members(
            "System.Threading.CountdownEvent",
            "CountdownEventHooks",
            "Wait",
            "Signal",
            "AddCount",
            "TryAddCount",
            "Reset",
            "get_IsSet",
            "get_CurrentCount"),
        LockRows.Rest("System.Threading.CountdownEvent", RealState),
        .. LockRows.Members(
            "System.Threading.Barrier",
            "BarrierHooks",
            ["SignalAndWait", "AddParticipant", "AddParticipants", "RemoveParticipant", "RemoveParticipants",
            "get_ParticipantCount", "get_ParticipantsRemaining", "get_CurrentPhaseNumber"]),
        LockRows.Rest("System.Threading.Barrier", "Making or disposing a barrier waits for nobody"),
    ];
}
