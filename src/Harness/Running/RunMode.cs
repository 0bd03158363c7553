namespace ReplayKit.Running;

/// <summary>What a test run does with incidents.</summary>
internal enum RunMode
{
    /// <summary>The pinned schedule where there is one that fits; else the recorded order and those around it.</summary>
    Verify,

    /// <summary>The recorded order and those around it, whatever is pinned.</summary>
    Search,

    /// <summary>As search; the schedule that fails with the incident's symptom is kept with the incident.</summary>
    Pin,

    /// <summary>As search; the incident is made smaller while it fails with its symptom, and the smaller one is kept beside it.</summary>
    Minimize,

    /// <summary>Every schedule around the incident; where all pass, that is kept with the incident.</summary>
    Certify,
}
