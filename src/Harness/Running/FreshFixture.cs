using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ReplayKit.Running;

/// <summary>Gives a schedule a fixture of its own, where the fixture's state is not that of a one-time set-up.</summary>
/// <remarks>With a life cycle of an instance per test case NUnit makes one itself, around each run.</remarks>
internal sealed class FreshFixture : IDisposable
{
    private readonly object? _instance;

    public FreshFixture(Test test, TestExecutionContext context)
    {
        var fixture = FixtureOf(test);
        if (fixture is null || context.TestObject is null || IsKept(fixture)) return;
        _instance = fixture.TypeInfo!.Construct(fixture.Arguments);
        context.TestObject = _instance;
    }

    public void Dispose()
    {
        if (_instance is IAsyncDisposable later) later.DisposeAsync().AsTask().GetAwaiter().GetResult();
        else if (_instance is IDisposable now) now.Dispose();
    }

    private static bool IsKept(TestFixture fixture) =>
        fixture.LifeCycle == LifeCycle.InstancePerTestCase || fixture.OneTimeSetUpMethods.Length > 0 || fixture.OneTimeTearDownMethods.Length > 0;

    private static TestFixture? FixtureOf(Test test)
    {
        for (ITest? suite = test.Parent; suite is not null; suite = suite.Parent)
        {
            if (suite is TestFixture fixture) return fixture;
        }

        return null;
    }
}
