namespace ReplayKit.Recorder.Checking;

/// <summary>A secret found in a text.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Value">The secret. It is compared with others and goes nowhere else.</param>
public readonly record struct SecretMatch(FindingKind Kind, string What, string Value);
