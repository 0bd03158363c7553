using System.Reflection;
using System.Runtime.ExceptionServices;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ReplayKit.Running;

/// <summary>Calls a test's body.</summary>
internal static class BodyInvocation
{
    /// <summary>Calls it with its replay; what it throws comes without what carried it here.</summary>
    /// <param name="test">The test.</param>
    /// <param name="fixture">Its fixture.</param>
    /// <param name="replay">Its argument.</param>
    /// <returns>What it returned.</returns>
    public static object? Call(Test test, object? fixture, Replay replay)
    {
        try
        {
            return test.Method!.Invoke(fixture, replay);
        }
        catch (Exception exception) when (exception is TargetInvocationException or NUnitException && exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    /// <summary>Calls a body that is explored, and waits for it. Asserting that the test passes is its end.</summary>
    public static async Task ExploreAsync(Test test, object? fixture, Replay replay)
    {
        try
        {
            // On the operation's own context: a continuation without one would go to the thread pool.
            switch (Call(test, fixture, replay))
            {
                case Task task:
                    await task.ConfigureAwait(true);
                    break;
                case ValueTask task:
                    await task.ConfigureAwait(true);
                    break;
            }
        }
        catch (SuccessException)
        {
            return;
        }

        // One that was caught, or that failed in an operation nobody waited for, counts as in any other test.
        var failed = TestExecutionContext.CurrentContext.CurrentResult.AssertionResults
            .FirstOrDefault(static assertion => assertion.Status is AssertionStatus.Failed or AssertionStatus.Error);
        if (failed is not null) throw new AssertionException(failed.Message);
    }
}
