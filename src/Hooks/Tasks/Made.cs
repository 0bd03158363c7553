namespace ReplayKit.Hooks;

/// <summary>Where something was made under control: what its maker did before happens before what acquires it.</summary>
internal sealed class Made
{
    private readonly IControl _control;

    private Made(IControl control)
    {
        _control = control;
        control.Released(this);
    }

    /// <summary>Made by the caller; null outside control.</summary>
    public static Made? Here() => Control.Current is { } control ? new Made(control) : null;

    /// <summary>Called by what comes after it. Does nothing when the run is over.</summary>
    public void Acquire()
    {
        if (Control.Current == _control) _control.Acquired(this);
    }
}
