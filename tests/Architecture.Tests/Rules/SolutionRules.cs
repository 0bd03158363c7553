namespace Architecture.Tests.Rules;

/// <summary>What the solution builds.</summary>
internal static class SolutionRules
{
    /// <summary>Projects that <paramref name="solution"/> does not name: neither built nor tested with the rest.</summary>
    public static IEnumerable<string> Unlisted(string solution, IEnumerable<string> projects) =>
        projects.Where(project => !solution.Replace('\\', '/').Contains($"\"{project}\"", StringComparison.Ordinal));
}
