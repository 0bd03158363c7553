namespace Hooks.Tests.Awaiters;

/// <summary>An awaiter with two properties of the name <c>IsCompleted</c>, of which the compiler takes its own.</summary>
internal sealed class HidingAwaiter(Signal signal) : AnyAnswerAwaiter(signal)
{
    public new bool IsCompleted => ((Signal)base.IsCompleted).IsSet;
}
