using System.Reflection;
using Microsoft.Extensions.Hosting;
using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>Begins a background service as its base class does, but as an operation under control: the base class, which is not woven, hands it to the thread pool.</summary>
internal static class BackgroundRun
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Begins it, unless it starts in a way of its own.</summary>
    /// <param name="service">The service.</param>
    /// <param name="control">The control.</param>
    /// <param name="ignoresFailure">Whether the host goes on when the service fails.</param>
    /// <returns>Whether it began.</returns>
    public static bool TryBegin(BackgroundService service, IControl control, bool ignoresFailure)
    {
        var start = service.GetType().GetMethod(nameof(BackgroundService.StartAsync), [typeof(CancellationToken)])!;
        if (start.DeclaringType != typeof(BackgroundService)) return false;
        if (FieldOf<Task>() is not { } running || FieldOf<CancellationTokenSource>() is not { } stopping) return false;
        var execute = typeof(BackgroundService).GetMethod("ExecuteAsync", Own, [typeof(CancellationToken)])!;
        var source = new CancellationTokenSource();
        stopping.SetValue(service, source);
        // Places are known by their text's reference, as literals are.
        var pool = control.PoolAt(string.Intern(new CodeSite("", "", service.GetType().Name, "", 0).ToString()));
        var task = Task.Factory.StartNew(Execute, CancellationToken.None, TaskCreationOptions.HideScheduler, pool).Unwrap();
        running.SetValue(service, task);
        if (!ignoresFailure) Observe(task, source.Token);
        return true;

        Task Execute() => (Task)execute.Invoke(service, BindingFlags.DoNotWrapExceptions, binder: null, [source.Token], culture: null)!;
    }

    /// <summary>Makes what a task throws the run's failure: it escapes a step. Called under control.</summary>
    /// <param name="task">The task.</param>
    /// <param name="stopping">Cancelled when it is to end.</param>
    public static async void Observe(Task task, CancellationToken stopping)
    {
        try
        {
            await task.ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    // By its type: the names of private fields are nobody's promise.
    private static FieldInfo? FieldOf<T>()
    {
        var fields = Array.FindAll(typeof(BackgroundService).GetFields(Own), static field => field.FieldType == typeof(T));
        return fields.Length == 1 ? fields[0] : null;
    }
}
