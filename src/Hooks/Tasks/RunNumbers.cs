namespace ReplayKit.Hooks;

/// <summary>Numbers objects within a run, where the runtime numbers them within the process.</summary>
internal sealed class RunNumbers
{
    private int _last;

    /// <summary>The object's number: the same in every run of the same decisions.</summary>
    public static int Of(IControl control, object numbered)
    {
        var known = control.StateOf<RunNumber>(numbered);
        if (known.Value == 0) known.Value = ++control.StateOf<RunNumbers>(control)._last;
        return known.Value;
    }
}
