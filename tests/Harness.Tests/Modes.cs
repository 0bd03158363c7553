using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Runs tests in the mode that an environment variable sets.</summary>
internal static class Modes
{
    private const string Variable = "REPLAYKIT_MODE";

    public static ITestResult Run<TFixture>(string mode, string method)
    {
        Environment.SetEnvironmentVariable(Variable, mode);
        try
        {
            return Fixtures.Run<TFixture>(method);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }
}
