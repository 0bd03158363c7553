using System.Runtime.ExceptionServices;

namespace ReplayKit.Replayer.Running;

/// <summary>What one schedule of an exploration has outside control: real work that is waited for, and what is disposed of when the schedule is over, however it ended.</summary>
/// <param name="kept">What all schedules share.</param>
/// <param name="watch">Is told of real work: it may take its time.</param>
internal sealed class ExploredResources(KeptValues kept, StallWatch watch)
{
    private readonly Stack<IDisposable> _owned = new();

    /// <summary>Runs a function on a plain thread, and waits for it: for the schedule no time passes, and nothing else happens.</summary>
    public T RunOutside<T>(Func<T> function)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = function();
            }
#pragma warning disable CA1031 // Whatever it throws is thrown where it was called.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        {
            IsBackground = true, Name = "ReplayKit outside",
        };
        watch.IsPaused = true;
        thread.Start();
        thread.Join();
        watch.IsPaused = false;
        failure?.Throw();
        return result!;
    }

    public T Keep<T>(object owner, Func<T> make)
        where T : class, IDisposable => (T)kept.Of(owner, make);

    /// <summary>Makes something go when the schedule is over. To be safe to dispose of twice.</summary>
    public void Own(IDisposable resource) => _owned.Push(resource);

    /// <summary>Disposes of everything, the last one first. Outside control.</summary>
    public void End()
    {
        while (_owned.TryPop(out var resource)) resource.Dispose();
    }
}
