namespace Controlled.Loops;

internal static class ForPrograms
{
    private const string For = "System.Threading.Tasks.Parallel::For";
    private const string State = "System.Threading.Tasks.ParallelLoopState::";

    [Program(For, "45 45")]
    public static string Sums_of_each_operation_are_added_up()
    {
        var (sum, gate, longs) = (0, new object(), 0L);
        Parallel.For(0, 10, static () => 0, static (i, _, own) => own + i, own =>
        {
            lock (gate) sum += own;
        });
        Parallel.For(0L, 10L, i => Interlocked.Add(ref longs, i));
        return $"{sum} {longs}";
    }

    [Program(For, "2", "1")]
    public static string Sum_in_two_locks_loses_some()
    {
        var (sum, gate) = (0, new object());
        Parallel.For(0, 2, _ =>
        {
            int read;
            lock (gate) read = sum;
            lock (gate) sum = read + 1;
        });
        return $"{sum}";
    }

    [Program(For, "1000")]
    public static string Long_loop_has_few_steps()
    {
        var count = 0;
        var result = Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Interlocked.Increment(ref count));
        return result.IsCompleted ? $"{count}" : "not completed";
    }

    [Program(State + "Break", "lowest 2, all below ran", Also = [State + "get_LowestBreakIteration", State + "get_ShouldExitCurrentIteration"])]
    public static string Break_runs_all_below()
    {
        var ran = new bool[6];
        var result = Parallel.For(0, 6, (i, state) =>
        {
            ran[i] = true;
            if (i == 2) state.Break();
            if (state.ShouldExitCurrentIteration && !(state.LowestBreakIteration < i)) ran[0] = false;
        });
        return !result.IsCompleted && ran[..3].All(static one => one) ? $"lowest {result.LowestBreakIteration}, all below ran" : "not all ran";
    }

    [Program(State + "Break", "1", "2", Also = [State + "get_LowestBreakIteration", State + "get_ShouldExitCurrentIteration"])]
    public static string First_find_is_not_always_the_lowest()
    {
        long? seen = null;
        Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (i, state) =>
        {
            if (i == 0) return;
            state.Break();
            if (!state.ShouldExitCurrentIteration) seen ??= state.LowestBreakIteration;
        });
        return $"{seen}";
    }

    [Program(State + "Stop", "0 found", "1 found", "0 1 found", Also = [State + "get_IsStopped"])]
    public static string Stop_ends_the_loop_early_or_late()
    {
        var (found, gate) = (new SortedSet<int>(), new object());
        Parallel.For(0, 2, (i, state) =>
        {
            if (state.IsStopped) return;
            lock (gate) found.Add(i);
            state.Stop();
        });
        return $"{string.Join(' ', found)} found";
    }

    [Program(State + "Stop", "stopped", Also = [State + "get_IsStopped"])]
    public static string Stopped_loop_is_not_completed()
    {
        var result = Parallel.For(0, 4, static (_, state) =>
        {
            state.Stop();
            if (!state.IsStopped) throw new InvalidOperationException("It is stopped.");
        });
        return result is { IsCompleted: false, LowestBreakIteration: null } ? "stopped" : "not stopped";
    }

    [Program(State + "get_IsExceptional", "True", "False")]
    public static string Failure_of_one_is_seen_by_another()
    {
        var seen = false;
        try
        {
            Parallel.For(0, 2, (i, state) =>
            {
                if (i == 0) throw new InvalidOperationException("The first one fails.");
                seen = state.IsExceptional;
            });
        }
        catch (AggregateException)
        {
            return $"{seen}";
        }

        return "no failure";
    }

    [Program(State + "get_IsExceptional", "False")]
    public static string Loop_without_a_failure_is_not_exceptional()
    {
        var seen = 0;
        Parallel.For(0L, 3L, (_, state) =>
        {
            if (state.IsExceptional) Interlocked.Increment(ref seen);
        });
        return $"{seen > 0}";
    }

    [Program(For, "all failures: 2", "all failures: 1")]
    public static string Failures_are_told_together()
    {
        var gate = new object();
        try
        {
            Parallel.For(0, 2, i =>
            {
                lock (gate) throw new InvalidOperationException($"{i} fails.");
            });
        }
        catch (AggregateException exception)
        {
            return $"all failures: {exception.InnerExceptions.Count}";
        }

        return "no failure";
    }

    [Program(For, "cancelled by the right token")]
    public static string Cancelled_loop_is_cancelled_as_a_whole()
    {
        using var source = new CancellationTokenSource();
        try
        {
            Parallel.For(0, 100, new ParallelOptions { CancellationToken = source.Token }, _ => source.Cancel());
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            return "cancelled by the right token";
        }

        return "not cancelled";
    }

    [Program("System.Threading.Tasks.Parallel::Invoke", "ab", "ba")]
    public static string Actions_run_in_either_order()
    {
        var text = "";
        Parallel.Invoke(() => text += "a", () => text += "b");
        return text;
    }

    [Program("System.Threading.Tasks.Parallel::Invoke", "3 ran, 2 failures")]
    public static string All_actions_run_whatever_fails()
    {
        var ran = 0;
        void Fail()
        {
            Interlocked.Increment(ref ran);
            throw new InvalidOperationException("It fails.");
        }

        try
        {
            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = 2 }, Fail, () => Interlocked.Increment(ref ran), Fail);
        }
        catch (AggregateException exception)
        {
            return $"{ran} ran, {exception.InnerExceptions.Count} failures";
        }

        return "no failure";
    }

    [Program("System.Threading.Tasks.Parallel::Invoke", "met")]
    public static string Actions_wait_for_each_other()
    {
        var (a, b) = (new TaskCompletionSource(), new TaskCompletionSource());
        Parallel.Invoke(
            () =>
            {
                a.SetResult();
                b.Task.Wait();
            },
            () =>
            {
                a.Task.Wait();
                b.SetResult();
            });
        return "met";
    }
}
