namespace Architecture.Tests.Rules;

/// <summary>Holds a rule while its known exceptions are worked off: a new one fails, and so does one that is listed but gone.</summary>
internal static class Ratchet
{
    /// <summary>What differs between what breaks the rule and what is known to; empty when the rule holds.</summary>
    /// <param name="broken">Each place that breaks the rule.</param>
    /// <param name="known">The places that may, each as a whole line of <paramref name="broken"/>. The list only ever shrinks.</param>
    public static IReadOnlyList<string> Check(IEnumerable<string> broken, params IReadOnlyList<string> known)
    {
        var found = broken.Distinct().ToList();
        return
        [
            .. found.Except(known),
            .. known.Except(found).Select(static line => $"No longer true, remove it from the list of exceptions: {line}"),
        ];
    }
}
