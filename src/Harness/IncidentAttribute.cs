using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Running;

namespace ReplayKit;

/// <summary>Replays one saved incident. The method takes a <see cref="Replay"/> and awaits its <c>RunAsync</c>.</summary>
/// <param name="path">
/// The incident's folder, such as <c>traces/price-cache-stampede</c>: absolute, or relative to the test assembly's folder or to any folder above it.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class IncidentAttribute(string path) : IncidentTestAttribute, ITestBuilder, IWrapTestMethod, IImplyFixture
{
    /// <summary>The incident's folder.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        var isOnly = method.GetCustomAttributes<IncidentAttribute>(inherit: false).Length == 1;
        yield return IncidentCase.Build(method, suite, Path, isOnly ? method.Name : IncidentCase.NameOf(method, Path));
    }

    /// <inheritdoc/>
    public TestCommand Wrap(TestCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return IncidentCase.PathOf(command.Test) == Path ? new IncidentCommand(command.Test, Path, Settings) : command;
    }
}
