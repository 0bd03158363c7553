namespace ReplayKit.Recorder.Cli;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Heading">Its heading; empty for none.</param>
/// <param name="IsRightAligned">Whether its cells end at the same column, as numbers do.</param>
/// <param name="IsFlexible">Whether its cells may be cut so that a line fits its width.</param>
public sealed record TextColumn(string Heading, bool IsRightAligned = false, bool IsFlexible = false);
