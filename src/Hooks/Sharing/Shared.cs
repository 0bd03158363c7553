namespace ReplayKit.Hooks;

/// <summary>The scheduling point before a use of an object that many may use at once. The use that follows is atomic: nobody else runs meanwhile.</summary>
internal static class Shared
{
    /// <summary>The caller is about to look at the object.</summary>
    public static void Read(object? shared, string site)
    {
        if (shared is null || Control.Current is not { } control) return;
        control.Point(PointKind.Share, shared, site);
        control.Acquired(shared);
    }

    /// <summary>The caller is about to change the object.</summary>
    public static void Change(object? shared, string site)
    {
        if (shared is null || Control.Current is not { } control) return;
        control.Point(PointKind.Share, shared, site);
        control.Acquired(shared);
        control.Released(shared);
    }
}
