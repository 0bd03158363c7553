using System.Collections.Immutable;

namespace ReplayKit.Recorder;

/// <summary>A file that a recorder wrote.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Reasons">What it was written for, first things first; empty when it was the recording as such that was asked for.</param>
/// <param name="IsShortened">Whether it begins later than asked for, because memory did not suffice to keep so much.</param>
public sealed record RecordedFile(string Path, long Bytes, ImmutableArray<string> Reasons, bool IsShortened);
