using NUnit.Framework.Internal;

namespace ReplayKit.Running;

/// <summary>Ends an exploration: a set-up or a tear-down did not come to its end, and the test's result is what NUnit made of that.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "It is never without a result.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "It does not leave the command.")]
internal sealed class FixtureFailedException(TestResult result) : Exception
{
    public TestResult Result { get; } = result;
}
