using NUnit.Framework;
using ReplayKit.Recorder.Cli;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>How a command of the tool ended.</summary>
internal sealed record ToolResult(int Code, string Out, string Error)
{
    /// <summary>Asserts that the command did what was asked and complained about nothing.</summary>
    public ToolResult IsDone()
    {
        Assert.That(Code, Is.Zero, Error + Out);
        return this;
    }

    /// <summary>Asserts an expected failure: its exit code, nothing on standard output, and two sentences without a stack trace.</summary>
    public ToolResult Failed(ExitCode code)
    {
        Assert.That(Code, Is.EqualTo((int)code), Error + Out);
        Assert.That(Out, Is.Empty);
        var lines = Error.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2), Error);
        Assert.That(lines[0].TrimEnd(), Does.StartWith("replaykit: ").And.EndsWith("."));
        Assert.That(lines[1].TrimEnd(), Does.StartWith("  ").And.EndsWith("."));
        Assert.That(Error, Does.Not.Contain("   at "));
        return this;
    }
}
