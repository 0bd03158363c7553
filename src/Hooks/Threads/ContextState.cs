namespace ReplayKit.Hooks;

/// <summary>The control's context of one execution, while one of the program's own is current.</summary>
internal sealed class ContextState
{
    public ControlContext? Own { get; set; }
}
