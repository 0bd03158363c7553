using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Running;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit;

/// <summary>Replays every incident of a folder: one test case per incident.</summary>
/// <param name="path">The folder that holds the incidents' folders: absolute, or relative to the test assembly's folder or to any folder above it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IncidentSourceAttribute(string path) : NUnitAttribute, ITestBuilder, IWrapTestMethod, IImplyFixture
{
    /// <summary>The folder that holds the incidents' folders.</summary>
    public string Path { get; } = path;

    /// <summary>What the test expects of each incident; <see cref="Verdict.Passes"/> by default.</summary>
    public Verdict Expect { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        var root = IncidentPaths.Resolve(Path, System.IO.Path.GetDirectoryName(method.TypeInfo.Assembly.Location)!);
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            if (!File.Exists(System.IO.Path.Combine(folder, IncidentFolder.IncidentFileName))) continue;
            yield return IncidentCase.Build(method, suite, folder, $"{method.Name}({System.IO.Path.GetFileName(folder)})");
        }
    }

    /// <inheritdoc/>
    public TestCommand Wrap(TestCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return IncidentCase.PathOf(command.Test) is { } incident ? new IncidentCommand(command.Test, incident, Expect) : command;
    }
}
