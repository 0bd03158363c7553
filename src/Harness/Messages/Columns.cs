namespace ReplayKit.Messages;

/// <summary>Chooses whose steps an interleaving shows side by side.</summary>
internal static class Columns
{
    /// <summary>The ones that control passed to and from most often; the earlier one on the left.</summary>
    /// <param name="owners">Who took each step, in order.</param>
    /// <param name="countMax">How many there is room for.</param>
    public static IEnumerable<int> Of(IReadOnlyList<int> owners, int countMax)
    {
        var switches = owners.Zip(owners.Skip(1))
            .Where(static pair => pair.First != pair.Second)
            .SelectMany(static pair => new[] { pair.First, pair.Second })
            .ToLookup(static owner => owner);
        return owners.Distinct()
            .OrderByDescending(owner => switches[owner].Count()).ThenBy(static owner => owner)
            .Take(countMax).Order();
    }

    /// <summary>How often control passed from one to another.</summary>
    /// <param name="owners">Who took each step, in order.</param>
    public static int Switches(IReadOnlyList<int> owners) => owners.Zip(owners.Skip(1)).Count(static pair => pair.First != pair.Second);
}
