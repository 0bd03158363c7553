using NUnit.Framework;

namespace ReplayKit.Running;

/// <summary>The test's body passed, and the run shows what went wrong in production all the same.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "It is never without words.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "It is not thrown: it is the result of a run.")]
internal sealed class SymptomShownException(string message) : AssertionException(message);
