using System.Collections.Concurrent;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Harness.Tests;

/// <summary>Runs tests that are meant to fail, with NUnit's own runner, and hands back what became of them.</summary>
internal static class Fixtures
{
    /// <summary>The result of the only case of a test.</summary>
    public static ITestResult Run<TFixture>(string method) => RunAll<TFixture>(method).Single();

    /// <summary>The result of the case of a test that replays the incident of this name.</summary>
    public static ITestResult Run<TFixture>(string method, string incident) => RunAll<TFixture>(method).Single(result => result.Name == $"{method}({incident})");

    /// <summary>The results of all cases of a test, by name.</summary>
    /// <param name="method">The test's method.</param>
    /// <param name="workers">How many tests NUnit may run at the same time; 0 for one after the other.</param>
    public static IReadOnlyList<ITestResult> RunAll<TFixture>(string method, int workers = 0)
    {
        // On a thread of its own: the runner makes its own context, and must not end the one of the test that asks.
        var results = new List<ITestResult>();
        var thread = new Thread(() => results.AddRange(RunHere(typeof(TFixture), method, workers)));
        thread.UnsafeStart();
        thread.Join();
        return [.. results.OrderBy(static result => result.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<ITestResult> RunHere(Type fixture, string method, int workers)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(fixture.Assembly, new Dictionary<string, object> { [FrameworkPackageSettings.NumberOfTestWorkers] = workers });
        var listener = new Listener();
        runner.Run(listener, TestFilter.FromXml($"<filter><class>{fixture.FullName}</class><method>{method}</method></filter>"));
        return listener.Cases;
    }

    private sealed class Listener : ITestListener
    {
        public ConcurrentQueue<ITestResult> Cases { get; } = new();

        public void TestStarted(ITest test)
        {
        }

        public void TestFinished(ITestResult result)
        {
            if (!result.Test.IsSuite) Cases.Enqueue(result);
        }

        public void TestOutput(TestOutput output)
        {
        }

        public void SendMessage(TestMessage message)
        {
        }
    }
}
