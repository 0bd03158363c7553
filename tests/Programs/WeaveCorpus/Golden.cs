namespace WeaveCorpus;

/// <summary>Small methods whose woven IL a test shows in full.</summary>
public static class Golden
{
    public static int Choose(bool first, Task<int> left, Task<int> right) => (first ? left : right).Result;

    public static Action Group(Thread thread) => thread.Join;

    public static bool Complete(TaskCompletionSource<int> source, bool one) => source.TrySetResult(one ? 1 : 2);

    public static void Guard(object gate)
    {
        try
        {
            Monitor.Enter(gate);
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }
}
