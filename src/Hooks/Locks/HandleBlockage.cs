namespace ReplayKit.Hooks;

/// <summary>Wait handles that are not signalled: all of them, or any one, is waited for.</summary>
internal sealed class HandleBlockage(Handle[] handles, bool isAll, object execution) : Blockage
{
    public override bool IsOver => isAll ? Array.TrueForAll(handles, handle => handle.CanTake(execution)) : Array.Exists(handles, handle => handle.CanTake(execution));

    public override string What => handles.Length == 1 ? handles[0].What : $"{(isAll ? "all" : "any")} of {handles.Length} wait handles";

    public override object? Resource => handles.Length == 1 ? handles[0].Resource : null;

    public override object? Holder => Held?.Holder;

    public override string HeldAt => Held?.HeldAt ?? "";

    private Handle? Held => Array.Find(handles, handle => handle.Holder is not null && !handle.CanTake(execution));
}
