namespace ReplayKit.Hooks;

/// <summary>A reader-writer lock that others hold, or wait for before.</summary>
internal sealed class ReadWriteBlockage(ReadWriteState state, object resource, object execution, ReadWriteMode mode) : Blockage
{
    public override bool IsOver => state.CanTake(execution, mode);

    public override string What => mode switch
    {
        ReadWriteMode.Read => "read lock",
        ReadWriteMode.Upgrade => "upgradeable read lock",
        _ => "write lock",
    };

    public override object? Resource => resource;

    public override object? Holder => state.ObstacleFor(execution, mode).Execution;

    public override string HeldAt => state.ObstacleFor(execution, mode).Site;
}
