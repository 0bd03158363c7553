namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the sources of <see cref="Random"/> that have no seed of the program's own.</summary>
public static class RandomHooks
{
    /// <summary>In place of the constructor.</summary>
    public static Random Create() => HookRandom.Make();

    /// <summary>In place of the constructor: the program's own seed.</summary>
    public static Random Create(int seed) => new(seed);

    /// <summary>In place of <see cref="Random.Shared"/>.</summary>
    public static Random Shared => HookRandom.Shared;
}
