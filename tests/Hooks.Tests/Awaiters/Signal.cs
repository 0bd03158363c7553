namespace Hooks.Tests.Awaiters;

/// <summary>What the awaiters of these tests wait for: completes when told, and calls back then.</summary>
internal sealed class Signal
{
    private readonly List<Action> _continuations = [];

    public bool IsSet { get; private set; }

    public int Result { get; private set; }

    /// <summary>The members through which a continuation came, in order.</summary>
    public List<string> Registered { get; } = [];

    public void Register(Action continuation, string member)
    {
        Registered.Add(member);
        _continuations.Add(continuation);
    }

    public void Set(int result)
    {
        Result = result;
        IsSet = true;
        _continuations.ForEach(static continuation => continuation());
    }
}
