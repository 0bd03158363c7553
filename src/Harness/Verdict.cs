namespace ReplayKit;

/// <summary>What a test expects of its incident.</summary>
public enum Verdict
{
    /// <summary>The bug is fixed: the body passes. The regression test.</summary>
    Passes,

    /// <summary>The bug is open: the body fails with the incident's symptom. The test fails, saying so, when it no longer does.</summary>
    Reproduces,
}
