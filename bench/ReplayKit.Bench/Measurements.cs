using System.Text.Json;
using Spectre.Console;

namespace Bench;

/// <summary>The measurements, by name.</summary>
internal static class Measurements
{
    private const int TableWidth = 120;
    private const double ThousandsFrom = 1000;

    private static readonly Dictionary<string, Func<BenchOptions, CancellationToken, Task<IReadOnlyList<Figure>>>> ByName = new()
    {
        ["recorder"] = RecorderCost.MeasureAsync,
        ["ends"] = RecorderEnds.MeasureAsync,
        ["sustained"] = SustainedRecording.MeasureAsync,
        ["loop"] = StepLoopSpeed.MeasureAsync,
        ["replay"] = ReplaySpeed.MeasureAsync,
        ["weave"] = WeaveSpeed.MeasureAsync,
        ["control"] = ControlSpeed.MeasureAsync,
        ["format"] = FormatSpeed.MeasureAsync,
    };

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static async Task<int> RunAsync(string[] names, BenchOptions options, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        foreach (var name in names.Length == 0 ? ByName.Keys.ToArray() : names)
        {
            await Console.Error.WriteLineAsync($"Measuring {name} ...");
            figures.AddRange(await ByName[name](options, cancellation));
        }

        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(figures, Json));
        else Print(figures);
        return 0;
    }

    private static void Print(List<Figure> figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("measurement", "figure", "median", "unit", "low", "high");
        foreach (var figure in figures)
            table.AddRow(figure.Measurement, figure.Name, Text(figure.Value), figure.Unit, Text(figure.Low), Text(figure.High));
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(table);
    }

    private static string Text(double value) => value < ThousandsFrom ? $"{value:N2}" : $"{value:N0}";
}
