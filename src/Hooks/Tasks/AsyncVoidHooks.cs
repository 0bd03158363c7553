using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What an async void method calls instead of making its builder: what it throws then comes to its operation, and does not end the process.</summary>
public static class AsyncVoidHooks
{
    /// <summary>In place of <see cref="AsyncVoidMethodBuilder.Create"/>.</summary>
    public static AsyncVoidMethodBuilder Create()
    {
        using var scope = OperationScope.Enter();
        return AsyncVoidMethodBuilder.Create();
    }
}
