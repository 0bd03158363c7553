namespace WeaveCorpus;

/// <summary>Classes of the program's that derive from ones whose members have hooks. What they call on base must stay on base.</summary>
public static class Inheritance
{
    public static async Task<string> CallsOnBase()
    {
        await Task.Yield();
        var dice = new Dice();
        TimeProvider clock = new Late();
        Func<DateTimeOffset> now = clock.GetUtcNow;
        return $"{dice.Next(1)} {dice.Rolls} {clock.GetUtcNow().Year > 2100} {now().Year > 2100} {new Late().GetTimestamp() >= 0}";
    }

    public static async Task<string> OwnResources()
    {
        using var gate = new Gate();
        await gate.WaitAsync();
        await Task.Yield();
        gate.Wait(0);
        using var source = new Source(60_000);
        using var signal = new Signal();
        Func<bool> wait = signal.WaitOne;
        return $"{gate.Release()} {gate.CurrentCount} {source.IsCancellationRequested} {signal.WaitOne()} {wait()}";
    }

    private sealed class Dice : Random
    {
        public int Rolls { get; private set; }

        public override int Next(int maxValue)
        {
            Rolls++;
            Func<int, int> own = base.Next;
            return base.Next(maxValue) + own(maxValue);
        }
    }

    private sealed class Late : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(200);

        public override long GetTimestamp() => base.GetTimestamp();
    }

    private sealed class Gate() : SemaphoreSlim(1, 2)
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing);
    }

    private sealed class Source(int millisecondsDelay) : CancellationTokenSource(millisecondsDelay);

    private sealed class Signal() : EventWaitHandle(true, EventResetMode.ManualReset)
    {
        public override bool WaitOne()
        {
            Func<bool> wait = base.WaitOne;
            return base.WaitOne() && wait();
        }
    }
}
