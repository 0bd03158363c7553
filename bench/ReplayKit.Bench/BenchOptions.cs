namespace Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Pairs">Pairs of runs of a paired measurement.</param>
/// <param name="Seconds">Length of one run.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record BenchOptions(int Pairs, int Seconds, bool Json);
