using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>Completes tasks so that what continues there without a context of its own runs at once, and not on the thread pool.</summary>
internal static class Inline
{
    public static void Run(Action complete)
    {
        var context = CompletionHooks.Enter();
        try
        {
            complete();
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }
}
