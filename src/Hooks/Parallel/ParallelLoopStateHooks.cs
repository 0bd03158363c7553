namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ParallelLoopState"/>.</summary>
public static class ParallelLoopStateHooks
{
    /// <summary>In place of <see cref="ParallelLoopState.Stop"/>.</summary>
    public static void Stop(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Find(state, site) is { } member) member.Loop!.Stop();
        else state.Stop();
    }

    /// <summary>In place of <see cref="ParallelLoopState.Break"/>.</summary>
    public static void Break(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Find(state, site) is { } member) member.Loop!.Break(member.Index);
        else state.Break();
    }

    /// <summary>In place of <see cref="ParallelLoopState.IsStopped"/>.</summary>
    public static bool IsStopped(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Find(state, site) is { } member ? member.Loop!.IsStopped : state.IsStopped;
    }

    /// <summary>In place of <see cref="ParallelLoopState.IsExceptional"/>.</summary>
    public static bool IsExceptional(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Find(state, site) is { } member ? member.Loop!.IsExceptional : state.IsExceptional;
    }

    /// <summary>In place of <see cref="ParallelLoopState.LowestBreakIteration"/>.</summary>
    public static long? LowestBreakIteration(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Find(state, site) is { } member ? member.Loop!.LowestBreak : state.LowestBreakIteration;
    }

    /// <summary>In place of <see cref="ParallelLoopState.ShouldExitCurrentIteration"/>.</summary>
    public static bool ShouldExitCurrentIteration(ParallelLoopState state, string site)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Find(state, site) is { } member ? member.Loop!.IsToLeave(member.Index) : state.ShouldExitCurrentIteration;
    }

    private static LoopMember? Find(ParallelLoopState state, string site)
    {
        if (Control.Current is not { } control || control.StateOf<LoopMember>(state) is not { Loop: { } loop } member) return null;
        Shared.Change(loop, site);
        return member;
    }
}
