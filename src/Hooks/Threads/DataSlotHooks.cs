namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the data slots of <see cref="Thread"/>: what they hold is the run's.</summary>
public static class DataSlotHooks
{
    /// <summary>In place of <see cref="Thread.GetData"/>.</summary>
    public static object? GetData(LocalDataStoreSlot slot) =>
        Control.Current is { } control && slot is not null
            ? control.StateOf<ThreadLocalModel<object?>>(slot).TryGet(ThreadFactHooks.CurrentThread, out var value) ? value : null
            : Thread.GetData(slot!);

    /// <summary>In place of <see cref="Thread.SetData"/>.</summary>
    public static void SetData(LocalDataStoreSlot slot, object? data)
    {
        if (Control.Current is { } control && slot is not null) control.StateOf<ThreadLocalModel<object?>>(slot).Set(ThreadFactHooks.CurrentThread, data);
        else Thread.SetData(slot!, data);
    }
}
