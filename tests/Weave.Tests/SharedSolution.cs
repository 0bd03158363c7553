using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>The solution that all tests of this assembly share, and what its first build came to. Builds take seconds, so they are few.</summary>
[SetUpFixture]
internal sealed class SharedSolution
{
    // Set before the first test, never replaced after.
    private static GeneratedSolution? s_solution;
    private static FirstBuild? s_first;

    public static GeneratedSolution Solution => s_solution!;

    public static FirstBuild First => s_first!;

    [OneTimeSetUp]
    public static async Task BuildAsync()
    {
        s_solution = new GeneratedSolution();
        s_first = await FirstBuild.MakeAsync(s_solution);
    }

    [OneTimeTearDown]
    public static void Delete() => s_solution?.Dispose();
}
