using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>One operation of a parallel loop, as the body's <see cref="ParallelLoopState"/> stands for it.</summary>
internal sealed class LoopMember
{
    /// <summary>The loop; null where the state is not one of ours.</summary>
    public ParallelLoop? Loop { get; private set; }

    /// <summary>What the body gets. It only names the member: its own members go to hooks.</summary>
    public ParallelLoopState State { get; private set; } = null!;

    /// <summary>Index of the item that it works on.</summary>
    public long Index { get; set; }

    public static LoopMember Of(IControl control, ParallelLoop loop)
    {
        var state = (ParallelLoopState)RuntimeHelpers.GetUninitializedObject(typeof(ParallelLoopState));
        var member = control.StateOf<LoopMember>(state);
        member.Loop = loop;
        member.State = state;
        return member;
    }
}
