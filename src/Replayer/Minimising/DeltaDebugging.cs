using System.Collections.Immutable;

namespace ReplayKit.Replayer.Minimising;

/// <summary>Finds a part of what fails that fails by itself, and of which nothing more can be left out.</summary>
/// <remarks>
/// Zeller, Hildebrandt: Simplifying and isolating failure-inducing input, TSE 28(2), 2002, section 3.4: ddmin. Nothing at all is tried first, since it
/// costs one test and says that none of the parts matters.
/// </remarks>
public static class DeltaDebugging
{
    private const int HalvesCount = 2;

    /// <summary>Leaves out as much as possible.</summary>
    /// <typeparam name="T">What is left out or not.</typeparam>
    /// <param name="failing">All parts; together they fail.</param>
    /// <param name="fails">Whether these parts, in their order, fail. No is always a safe answer: the parts then stay.</param>
    public static async Task<ImmutableArray<T>> MinimiseAsync<T>(ImmutableArray<T> failing, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        ArgumentNullException.ThrowIfNull(fails);
        if (failing.IsEmpty || await fails([]).ConfigureAwait(false)) return [];
        var (current, count) = (failing, HalvesCount);
        while (current.Length > 1)
        {
            if (await FirstFailingAsync(Parts(current, count), fails).ConfigureAwait(false) is { } part) (current, count) = (part, HalvesCount);
            else if (count > HalvesCount && await FirstFailingAsync(Complements(current, count), fails).ConfigureAwait(false) is { } rest)
                (current, count) = (rest, Math.Max(count - 1, HalvesCount));
            else if (count >= current.Length) break;
            else count = Math.Min(current.Length, count * HalvesCount);
        }

        return current;
    }

    private static async Task<ImmutableArray<T>?> FirstFailingAsync<T>(IEnumerable<ImmutableArray<T>> candidates, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        foreach (var candidate in candidates)
        {
            if (await fails(candidate).ConfigureAwait(false)) return candidate;
        }

        return null;
    }

    private static IEnumerable<ImmutableArray<T>> Parts<T>(ImmutableArray<T> all, int count)
    {
        for (var i = 0; i < count; i++) yield return all[Begin(all.Length, count, i)..Begin(all.Length, count, i + 1)];
    }

    private static IEnumerable<ImmutableArray<T>> Complements<T>(ImmutableArray<T> all, int count)
    {
        for (var i = 0; i < count; i++) yield return [.. all[..Begin(all.Length, count, i)], .. all[Begin(all.Length, count, i + 1)..]];
    }

    private static int Begin(int length, int count, int part) => (int)((long)length * part / count);
}
