using System.Diagnostics;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of a <see cref="Stopwatch"/>. One that was made outside control counts under control from 0.</summary>
public static class StopwatchHooks
{
    /// <summary>In place of <see cref="Stopwatch.StartNew"/>.</summary>
    public static Stopwatch StartNew()
    {
        if (Control.Current is not { } control) return Stopwatch.StartNew();
        var stopwatch = new Stopwatch();
        control.StateOf<StopwatchModel>(stopwatch).Start();
        return stopwatch;
    }

    /// <summary>In place of <see cref="Stopwatch.Start"/>.</summary>
    public static void Start(Stopwatch stopwatch)
    {
        if (ModelOf(stopwatch) is { } model) model.Start();
        else stopwatch.Start();
    }

    /// <summary>In place of <see cref="Stopwatch.Stop"/>.</summary>
    public static void Stop(Stopwatch stopwatch)
    {
        if (ModelOf(stopwatch) is { } model) model.Stop();
        else stopwatch.Stop();
    }

    /// <summary>In place of <see cref="Stopwatch.Reset"/>.</summary>
    public static void Reset(Stopwatch stopwatch)
    {
        if (ModelOf(stopwatch) is { } model) model.Reset();
        else stopwatch.Reset();
    }

    /// <summary>In place of <see cref="Stopwatch.Restart"/>.</summary>
    public static void Restart(Stopwatch stopwatch)
    {
        if (ModelOf(stopwatch) is { } model)
        {
            model.Reset();
            model.Start();
        }
        else
        {
            stopwatch.Restart();
        }
    }

    /// <summary>In place of <see cref="Stopwatch.IsRunning"/>.</summary>
    public static bool IsRunning(Stopwatch stopwatch) => ModelOf(stopwatch)?.IsRunning ?? stopwatch.IsRunning;

    /// <summary>In place of <see cref="Stopwatch.Elapsed"/>.</summary>
    public static TimeSpan Elapsed(Stopwatch stopwatch) => ModelOf(stopwatch) is { } model ? Stopwatch.GetElapsedTime(0, model.Elapsed) : stopwatch.Elapsed;

    /// <summary>In place of <see cref="Stopwatch.ElapsedMilliseconds"/>.</summary>
    public static long ElapsedMilliseconds(Stopwatch stopwatch) => ModelOf(stopwatch) is null ? stopwatch.ElapsedMilliseconds : (long)Elapsed(stopwatch).TotalMilliseconds;

    /// <summary>In place of <see cref="Stopwatch.ElapsedTicks"/>.</summary>
    public static long ElapsedTicks(Stopwatch stopwatch) => ModelOf(stopwatch)?.Elapsed ?? stopwatch.ElapsedTicks;

    private static StopwatchModel? ModelOf(Stopwatch stopwatch)
    {
        ArgumentNullException.ThrowIfNull(stopwatch);
        return Control.Current?.StateOf<StopwatchModel>(stopwatch);
    }
}
