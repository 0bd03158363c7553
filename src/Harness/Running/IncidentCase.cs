using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace ReplayKit.Running;

/// <summary>Ties an NUnit test case to an incident's folder.</summary>
internal static class IncidentCase
{
    private const string PathProperty = "ReplayKit.Incident";

    /// <summary>The test case that replays this incident. Its argument is made when it runs.</summary>
    public static TestMethod Build(IMethodInfo method, Test? suite, string path, string name)
    {
        var parameters = new TestCaseParameters([null]) { TestName = name };
        parameters.Properties.Set(PathProperty, path);
        var test = new NUnitTestCaseBuilder().BuildTestMethod(method, suite, parameters);
        // One run controls the process: replays of a fixture that runs in parallel wait for each other.
        test.Properties.Set(PropertyNames.ParallelScope, ParallelScope.None);
        var accepted = method.GetParameters();
        if (accepted.Length == 1 && accepted[0].ParameterType == typeof(Replay)) return test;
        return Refuse(test, $"A test of an incident takes one parameter, of type {typeof(Replay).FullName}.");
    }

    /// <summary>A test case that cannot run, and says why.</summary>
    public static TestMethod BuildNotRunnable(IMethodInfo method, Test? suite, string reason) =>
        Refuse(new NUnitTestCaseBuilder().BuildTestMethod(method, suite, new TestCaseParameters([null]) { TestName = method.Name }), reason);

    /// <summary>Name of the test case of one incident among several.</summary>
    public static string NameOf(IMethodInfo method, string path) => $"{method.Name}({Path.GetFileName(Path.TrimEndingDirectorySeparator(path))})";

    /// <summary>The incident's folder that the test case replays; null when it replays none.</summary>
    public static string? PathOf(Test test) => test.Properties.Get(PathProperty) as string;

    private static TestMethod Refuse(TestMethod test, string reason)
    {
        test.RunState = RunState.NotRunnable;
        test.Properties.Set(PropertyNames.SkipReason, reason);
        return test;
    }
}
