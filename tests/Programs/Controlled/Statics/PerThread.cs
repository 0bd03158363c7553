namespace Controlled.Statics;

/// <summary>Static state of which each thread has its own.</summary>
public static class PerThread
{
    [ThreadStatic]
    private static int t_count;

    public static int Next() => ++t_count;

    public static bool AfterABlock()
    {
        var other = Task.Run(static () => { });
        other.Wait();
        return ++t_count <= 2;
    }
}
