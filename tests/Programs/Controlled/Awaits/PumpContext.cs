using System.Collections.Concurrent;

namespace Controlled.Awaits;

/// <summary>A context as programs write them: what is posted to it runs on the thread that pumps.</summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    public static T Run<T>(Func<Task<T>> body)
    {
        var (context, outer) = (new PumpContext(), Current);
        SetSynchronizationContext(context);
        try
        {
            var whole = body();
            whole.ContinueWith(_ => context._posted.CompleteAdding(), TaskScheduler.Default);
            foreach (var (callback, state) in context._posted.GetConsumingEnumerable()) callback(state);
            return whole.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
