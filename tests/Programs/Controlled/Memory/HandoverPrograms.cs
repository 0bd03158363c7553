using System.Collections.Concurrent;
using Controlled.Tasks;

namespace Controlled.Memory;

/// <summary>Programs that are right: what one wrote is handed to another through the framework.</summary>
internal static class HandoverPrograms
{
    [MemoryProgram("registered, called")]
    public static async Task<string> Callback_comes_after_its_registration()
    {
        using var source = new CancellationTokenSource();
        var counter = new Counter();
        var registering = Task.Run(() =>
        {
            counter.Text = "registered";
            source.Token.Register(() => counter.Text += ", called");
        });
        await Task.WhenAll(registering, Task.Run(source.Cancel));
        return counter.Text;
    }

    [MemoryProgram("registered, called")]
    public static async Task<string> Callback_comes_after_its_registration_when_the_source_cancels_later()
    {
        using var source = new CancellationTokenSource();
        var counter = new Counter();
        var registering = Task.Run(() =>
        {
            counter.Text = "registered";
            source.Token.UnsafeRegister(_ => counter.Text += ", called", null);
        });
        var cancelling = Task.Run(source.CancelAsync);
        await Task.WhenAll(registering, cancelling);
        return counter.Text;
    }

    [MemoryProgram("written")]
    public static async Task<string> Handle_of_a_token_comes_after_what_was_written_before_the_cancellation()
    {
        using var source = new CancellationTokenSource();
        var counter = new Counter();
        var cancelling = Task.Run(() =>
        {
            counter.Text = "written";
            source.Cancel();
        });
        source.Token.WaitHandle.WaitOne();
        var text = counter.Text;
        await cancelling;
        return text;
    }

    [MemoryProgram("written")]
    public static async Task<string> Linked_token_comes_after_what_was_written_before_the_cancellation()
    {
        using var source = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
        var counter = new Counter();
        var cancelling = Task.Run(() =>
        {
            counter.Text = "written";
            source.Cancel();
        });
        while (!linked.Token.IsCancellationRequested)
        {
        }

        var text = counter.Text;
        await cancelling;
        return text;
    }

    [MemoryProgram("made made")]
    public static async Task<string> Lazy_value_is_whole_for_all()
    {
        var lazy = new Lazy<Counter>(static () => new Counter { Text = "made" });
        string Read() => lazy.Value.Text;
        return string.Join(' ', await Task.WhenAll(Task.Run(Read), Task.Run(Read)));
    }

    [MemoryProgram("made made")]
    public static async Task<string> Lazy_value_that_two_may_make_is_whole_for_all()
    {
        var lazy = new Lazy<Counter>(static () => new Counter { Text = "made" }, LazyThreadSafetyMode.PublicationOnly);
        string Read() => lazy.Value.Text;
        return string.Join(' ', await Task.WhenAll(Task.Run(Read), Task.Run(Read)));
    }

    [MemoryProgram("made made")]
    public static async Task<string> Value_that_is_initialised_once_is_whole_for_all()
    {
        var settings = new Settings();
        string Read() => LazyInitializer.EnsureInitialized(ref settings.Lazily, static () => new Counter { Text = "made" }).Text;
        return string.Join(' ', await Task.WhenAll(Task.Run(Read), Task.Run(Read)));
    }

    [MemoryProgram("new", "old")]
    public static async Task<string> Settings_that_are_exchanged_are_read_whole()
    {
        var settings = new Settings();
        var exchanging = Task.Run(() => Interlocked.Exchange(ref settings.Current, new Counter { Text = "new" }));
        var text = settings.Current.Text;
        await exchanging;
        return text;
    }

    [MemoryProgram("10")]
    public static async Task<string> Static_initialiser_comes_before_every_use()
    {
        var prices = await Task.WhenAll(Task.Run(static () => Tariffs.Of("near")), Task.Run(static () => Tariffs.Of("far")));
        return $"{prices[0] + prices[1]}";
    }

    [MemoryProgram("made, continued")]
    public static async Task<string> Continuation_that_runs_where_its_task_ends_comes_after_its_maker()
    {
        var (promise, counter) = (new TaskCompletionSource(), new Counter());
        var continuing = Task.Run(() =>
        {
            counter.Text = "made";
            return promise.Task.ContinueWith(_ => counter.Text += ", continued", CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        });
        await Task.WhenAll(continuing, Task.Run(promise.SetResult));
        return counter.Text;
    }

    [MemoryProgram("done")]
    public static async Task<string> Task_of_a_scheduler_with_one_thread_comes_before_what_awaits_it()
    {
        var (factory, counter) = (new TaskFactory(new SingleThreadScheduler()), new Counter());
        var task = factory.StartNew(() => counter.Text = "done");
        await Task.Yield();
        await task;
        return counter.Text;
    }

    [MemoryProgram("queued")]
    public static async Task<string> Queue_hands_over_what_was_written_before()
    {
        var queue = new ConcurrentQueue<Counter>();
        var adding = Task.Run(() => queue.Enqueue(new Counter { Text = "queued" }));
        Counter? counter;
        while (!queue.TryDequeue(out counter))
        {
        }

        var text = counter.Text;
        await adding;
        return text;
    }

    [MemoryProgram("taken")]
    public static async Task<string> Blocking_collection_hands_over_what_was_written_before()
    {
        using var items = new BlockingCollection<Counter>(1);
        var adding = Task.Run(() => items.Add(new Counter { Text = "taken" }));
        var text = items.Take().Text;
        await adding;
        return text;
    }

    [MemoryProgram("made made")]
    public static async Task<string> Dictionary_hands_over_what_a_factory_made()
    {
        var cache = new ConcurrentDictionary<int, Counter>();
        string Read() => cache.GetOrAdd(1, static _ => new Counter { Text = "made" }).Text;
        return string.Join(' ', await Task.WhenAll(Task.Run(Read), Task.Run(Read)));
    }
}
