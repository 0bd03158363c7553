namespace ReplayKit.Hooks;

/// <summary>Numbers the threads of a run.</summary>
internal sealed class ThreadNumbers
{
    private int _last;

    public int NumberOf(ThreadModel model)
    {
        if (model.Number == 0) model.Number = ++_last;
        return model.Number;
    }
}
