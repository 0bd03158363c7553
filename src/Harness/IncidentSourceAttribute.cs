using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Running;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit;

/// <summary>Replays every incident of a folder: one test case per incident.</summary>
/// <param name="path">The folder that holds the incidents' folders: absolute, or relative to the test assembly's folder or to any folder above it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IncidentSourceAttribute(string path) : IncidentTestAttribute, ITestBuilder, IWrapTestMethod, IImplyFixture
{
    /// <summary>The folder that holds the incidents' folders.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        string[] folders;
        try
        {
            var root = IncidentPaths.Resolve(Path, System.IO.Path.GetDirectoryName(method.TypeInfo.Assembly.Location)!);
            folders = [.. Directory.EnumerateDirectories(root).Where(IsIncident).Order(StringComparer.Ordinal)];
        }
        catch (ReplaySetupException exception)
        {
            return [IncidentCase.BuildNotRunnable(method, suite, exception.Message)];
        }

        // A method without any case would be a test that silently is not there.
        if (folders.Length == 0) return [IncidentCase.BuildNotRunnable(method, suite, $"{Path} holds no incident. Make one with: replaykit cut FILE.rktrace -o {Path}/NAME")];
        return [.. folders.Select(folder => IncidentCase.Build(method, suite, folder, IncidentCase.NameOf(method, folder)))];
    }

    /// <inheritdoc/>
    public TestCommand Wrap(TestCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return IncidentCase.PathOf(command.Test) is { } incident ? new IncidentCommand(command.Test, incident, Settings) : command;
    }

    private static bool IsIncident(string folder) => File.Exists(System.IO.Path.Combine(folder, IncidentFolder.IncidentFileName));
}
