namespace WebPrograms;

/// <summary>What is there.</summary>
public sealed record Level(int Left, int Sold);
