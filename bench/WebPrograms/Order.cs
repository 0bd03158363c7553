namespace WebPrograms;

/// <summary>What is asked for.</summary>
public sealed record Order(int Quantity);
