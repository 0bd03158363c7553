namespace Bench;

/// <summary>One measured figure.</summary>
/// <param name="Measurement">Which measurement it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">Median.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Low">Lowest of the runs.</param>
/// <param name="High">Highest of the runs.</param>
internal sealed record Figure(string Measurement, string Name, double Value, string Unit, double Low, double High)
{
    public static Figure Of(string measurement, string name, string unit, IReadOnlyList<double> runs)
    {
        var sorted = runs.Order().ToList();
        return new Figure(measurement, name, sorted[sorted.Count / 2], unit, sorted[0], sorted[^1]);
    }
}
