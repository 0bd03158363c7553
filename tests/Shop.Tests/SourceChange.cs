namespace Shop.Tests;

/// <summary>A replacement in one source file, everywhere in it.</summary>
/// <param name="File">The file, relative to the shop's folder.</param>
/// <param name="Old">Text that must be there.</param>
/// <param name="New">What takes its place.</param>
public sealed record SourceChange(string File, string Old, string New);
