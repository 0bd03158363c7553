namespace ReplayKit.Replayer.Explaining;

/// <summary>What an explanation could say.</summary>
public enum ExplanationKind
{
    /// <summary>The order of the steps decides: see the flip.</summary>
    Order,

    /// <summary>The test fails as well when the requests run one after the other: the order of their steps is not the cause.</summary>
    AnyOrder,

    /// <summary>The same order did not fail again: something that is not under control takes part.</summary>
    NotRepeated,

    /// <summary>There was no time, or were no runs left, to find out.</summary>
    NotFinished,
}
