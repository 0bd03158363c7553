namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Parallel"/>: loops of ours, with the same number of operations on every machine.</summary>
public static partial class ParallelHooks
{
    /// <summary>In place of <see cref="Parallel.Invoke(Action[])"/>.</summary>
    public static void Invoke(Action[] actions, string site)
    {
        if (Control.Current is { } control && AreCallable(actions)) Invoke(control, null, actions, site);
        else Parallel.Invoke(actions!);
    }

    /// <summary>In place of <see cref="Parallel.Invoke(ParallelOptions, Action[])"/>.</summary>
    public static void Invoke(ParallelOptions parallelOptions, Action[] actions, string site)
    {
        if (Control.Current is { } control && parallelOptions is not null && AreCallable(actions)) Invoke(control, parallelOptions, actions, site);
        else Parallel.Invoke(parallelOptions!, actions!);
    }

    private static bool AreCallable(Action[]? actions) => actions is not null && Array.TrueForAll(actions, static action => action is not null);

    // Every action runs, whatever the others throw.
    private static void Invoke(IControl control, ParallelOptions? options, Action[] actions, string site)
    {
        var loop = new ParallelLoop(control, options, site);
        var (copy, next) = ((Action[])actions.Clone(), 0);
        loop.Run(ParallelDegree.Of(loop.Limit == -1 ? actions.Length : loop.Limit, actions.Length), () =>
        {
            while (true)
            {
                Shared.Change(loop, site);
                if (next == copy.Length) return;
                var action = copy[next++];
                try
                {
                    loop.PointBeforeItem();
                    loop.ThrowIfCancelled();
                    action();
                }
#pragma warning disable CA1031 // What the program's code throws is told to the caller, with what the others threw.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    loop.Fail(exception);
                }
            }
        });
    }
}
