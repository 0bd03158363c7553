namespace ReplayKit.Hooks;

/// <summary>Waits for wait handles under control.</summary>
internal static class HandleWaits
{
    private const int None = -1;

    public static bool One(IControl control, WaitHandle real, WaitLimit limit)
    {
        control.Point(PointKind.Wait, real, limit.Site);
        return OneNow(control, real, limit);
    }

    public static bool All(IControl control, WaitHandle[] reals, WaitLimit limit)
    {
        control.Point(PointKind.Wait, null, limit.Site);
        var handles = Array.ConvertAll(reals, real => Handle.Of(control, real));
        var execution = control.Execution;
        var blockage = new HandleBlockage(handles, isAll: true, execution);
        if (!Waits.Until(control, () => blockage.IsOver, () => blockage, limit)) return false;
        var abandoned = None;
        for (var i = 0; i < handles.Length; i++)
        {
            if (Take(control, handles[i], limit.Site) && abandoned == None) abandoned = i;
        }

        return abandoned == None ? true : throw new AbandonedMutexException(abandoned, reals[abandoned]);
    }

    public static int Any(IControl control, WaitHandle[] reals, WaitLimit limit)
    {
        control.Point(PointKind.Wait, null, limit.Site);
        var handles = Array.ConvertAll(reals, real => Handle.Of(control, real));
        var execution = control.Execution;
        var blockage = new HandleBlockage(handles, isAll: false, execution);
        if (!Waits.Until(control, () => blockage.IsOver, () => blockage, limit)) return WaitHandle.WaitTimeout;
        var index = Array.FindIndex(handles, handle => handle.CanTake(execution));
        return Take(control, handles[index], limit.Site) ? throw new AbandonedMutexException(index, reals[index]) : index;
    }

    public static bool SignalAndWait(IControl control, WaitHandle toSignal, WaitHandle toWaitOn, WaitLimit limit)
    {
        control.Point(PointKind.Release, toSignal, limit.Site);
        switch (toSignal)
        {
            case Mutex mutex:
                MutexHooks.ReleaseMutex(mutex);
                break;
            case Semaphore semaphore:
                SemaphoreHooks.Release(semaphore);
                break;
            case EventWaitHandle signal:
                control.Released(signal);
                signal.Set();
                break;
        }

        return OneNow(control, toWaitOn, limit);
    }

    private static bool OneNow(IControl control, WaitHandle real, WaitLimit limit)
    {
        var handle = Handle.Of(control, real);
        var execution = control.Execution;
        if (!Waits.Until(control, () => handle.CanTake(execution), () => new HandleBlockage([handle], isAll: true, execution), limit)) return false;
        return Take(control, handle, limit.Site) ? throw new AbandonedMutexException() : true;
    }

    private static bool Take(IControl control, Handle handle, string site)
    {
        var isAbandoned = handle.Take(control, site);
        control.Acquired(handle.Resource);
        return isAbandoned;
    }
}
