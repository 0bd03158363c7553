namespace Controlled.Tasks;

internal static class SchedulerPrograms
{
    private const string Row = "System.Threading.Tasks.TaskScheduler::";
    private const string Pair = "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair::.ctor";

    [Program(Row + "TryExecuteTask", "True True 2")]
    public static async Task<string> Awaits_come_back_to_a_scheduler_of_ones_own()
    {
        var (scheduler, count) = (new SingleThreadScheduler(), 0);
        var factory = new TaskFactory(scheduler);
        async Task<bool> AddAsync()
        {
            var read = count;
            count = read + 1;
            await Task.Delay(10);
            await Task.Yield();
            return scheduler.IsOwnThread && TaskScheduler.Current == scheduler;
        }

        var both = await Task.WhenAll(factory.StartNew(AddAsync).Unwrap(), factory.StartNew(AddAsync).Unwrap());
        return $"{both[0]} {both[1]} {count}";
    }

    [Program(Row + "TryExecuteTask", "inlined")]
    public static async Task<string> Waiting_on_a_single_thread_runs_the_task_there()
    {
        var scheduler = new SingleThreadScheduler();
        var factory = new TaskFactory(scheduler);
        return await factory.StartNew(() => factory.StartNew(() => "inlined").Result);
    }

    [Program(Row + "TryExecuteTask", "deadlock")]
    public static async Task<string> Blocking_a_single_thread_on_its_own_async_method_is_a_deadlock()
    {
        var scheduler = new SingleThreadScheduler();
        async Task<int> AnswerAsync()
        {
            await Task.Delay(10);
            return 42;
        }

        return $"{await Task.Factory.StartNew(() => AnswerAsync().Result, CancellationToken.None, TaskCreationOptions.None, scheduler)}";
    }

    [Program(Row + "TryExecuteTask", "42")]
    public static async Task<string> Blocking_it_on_one_that_does_not_come_back_is_none()
    {
        var scheduler = new SingleThreadScheduler();
        async Task<int> AnswerAsync()
        {
            await Task.Delay(10).ConfigureAwait(false);
            return 42;
        }

        return $"{await Task.Factory.StartNew(() => AnswerAsync().Result, CancellationToken.None, TaskCreationOptions.None, scheduler)}";
    }

    [Program(Pair, "2 True")]
    public static async Task<string> Exclusive_tasks_do_not_overlap()
    {
        var (pair, count) = (new ConcurrentExclusiveSchedulerPair(), 0);
        void Add()
        {
            var read = count;
            Thread.Yield();
            count = read + 1;
        }

        var factory = new TaskFactory(pair.ExclusiveScheduler);
        await Task.WhenAll(factory.StartNew(Add), factory.StartNew(Add));
        return $"{count} {await factory.StartNew(() => TaskScheduler.Current == pair.ExclusiveScheduler)}";
    }

    [Program(Pair, "1", "2")]
    public static async Task<string> Concurrent_tasks_overlap()
    {
        var (pair, count) = (new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 2), 0);
        void Add()
        {
            var read = count;
            Thread.Yield();
            count = read + 1;
        }

        var factory = new TaskFactory(pair.ConcurrentScheduler);
        await Task.WhenAll(factory.StartNew(Add), factory.StartNew(Add));
        return $"{count}";
    }

    [Program(Pair, "1", "2")]
    public static async Task<string> Exclusive_async_methods_overlap_at_their_awaits()
    {
        var (pair, count) = (new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default), 0);
        async Task AddAsync()
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        }

        var factory = new TaskFactory(pair.ExclusiveScheduler);
        var first = factory.StartNew(AddAsync).Unwrap();
        var second = factory.StartNew(AddAsync).Unwrap();
        await Task.WhenAll(first, second);
        return $"{count}";
    }

    [Program(Row + "FromCurrentSynchronizationContext", "throws InvalidOperationException")]
    public static string There_is_no_scheduler_of_no_context() => $"{TaskScheduler.FromCurrentSynchronizationContext().Id}";

    [Program(Row + "get_Id", "1 2 1")]
    public static string Schedulers_are_numbered_within_the_run()
    {
        var (one, two) = (new SingleThreadScheduler(), new SingleThreadScheduler());
        return $"{one.Id} {two.Id} {one.Id}";
    }

    [Program(Row + "get_Id", "1 2", "2 1")]
    public static async Task<string> Numbers_of_schedulers_follow_who_asks_first()
    {
        var (one, two) = (new SingleThreadScheduler(), new SingleThreadScheduler());
        var ids = await Task.WhenAll(Task.Run(() => one.Id), Task.Run(() => two.Id));
        return $"{ids[0]} {ids[1]}";
    }
}
