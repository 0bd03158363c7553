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

    /// <summary>
    /// How many schedules to run at most: the recorded order, then those around it. The first one that decides ends the search. REPLAYKIT_SCHEDULES overrides it.
    /// </summary>
    public int Budget { get; init; } = IncidentCommand.DefaultBudget;

    /// <summary>
    /// Whether a test that fails is explained: its body runs on some more orders, which show the decision that makes the difference and what the requests conflict on.
    /// </summary>
    public bool Explains { get; init; } = true;

    /// <summary>How many seconds to search or certify at most; 0 for no limit. REPLAYKIT_SECONDS overrides it.</summary>
    public int Seconds { get; init; }

    /// <summary>How many swaps from the incident the schedules are at most that REPLAYKIT_MODE=certify runs; <see cref="int.MaxValue"/> for all. REPLAYKIT_SWAPS overrides it.</summary>
    public int Swaps { get; init; } = IncidentCommand.DefaultSwaps;

    /// <summary>Whether REPLAYKIT_MODE=certify runs all orders of steps that may conflict, however far from the incident. REPLAYKIT_SWAPS=conflicts asks for it as well.</summary>
    public bool CertifiesConflicts { get; init; }

    /// <summary>How many schedules REPLAYKIT_MODE=certify runs at most. REPLAYKIT_SCHEDULES overrides it.</summary>
    public int CertifyBudget { get; init; } = IncidentCommand.DefaultCertifyBudget;

    /// <summary>Whether the test fails, when it only verifies, without a complete certificate of the build that runs.</summary>
    public bool RequiresCertificate { get; init; }

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

    private IncidentSettings Settings => new()
    {
        Expect = Expect,
        Budget = Budget,
        Seconds = Seconds,
        Swaps = Swaps,
        CertifiesConflicts = CertifiesConflicts,
        CertifyBudget = CertifyBudget,
        RequiresCertificate = RequiresCertificate,
        Explains = Explains,
    };
}
