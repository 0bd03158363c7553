using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Merging;

/// <summary>A part of a search.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Content">What it holds.</param>
public sealed record NamedPart(string Name, Certificate Content);
