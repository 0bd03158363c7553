using NUnit.Framework.Interfaces;

namespace ReplayKit.Running;

/// <summary>What a run means for its test.</summary>
/// <param name="State">The test's state.</param>
/// <param name="Message">The test's message; empty when it passed.</param>
/// <param name="StackTrace">The user's own frames; null when there are none to show.</param>
/// <param name="Note">A line for the test's output; empty for none.</param>
internal sealed record Judgement(ResultState State, string Message, string? StackTrace, string Note);
