using System.Globalization;

namespace ReplayKit.Running;

/// <summary>What the environment asks of a test run.</summary>
/// <param name="Mode">What to do with incidents.</param>
/// <param name="Schedules">Most schedules per test; null for what the test says.</param>
/// <param name="Seed">Seed where chance decides; null for what the test says.</param>
internal sealed record RunSettings(RunMode Mode, int? Schedules, ulong? Seed)
{
    /// <summary>Sets how many schedules run.</summary>
    public const string SchedulesVariable = "REPLAYKIT_SCHEDULES";
    /// <summary>Sets the seed.</summary>
    public const string SeedVariable = "REPLAYKIT_SEED";

    private const string ModeVariable = "REPLAYKIT_MODE";

    /// <summary>Reads the environment.</summary>
    /// <exception cref="ReplaySetupException">A variable holds something else than it should.</exception>
    public static RunSettings Read() => new(
        Text(ModeVariable) is { } mode ? ModeOf(mode) : RunMode.Verify,
        Text(SchedulesVariable) is { } schedules ? Schedule(schedules) : null,
        Text(SeedVariable) is { } seed ? SeedOf(seed) : null);

    private static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;

    private static RunMode ModeOf(string text) =>
        Enum.TryParse<RunMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(text[0])
            ? mode
            : throw new ReplaySetupException($"{ModeVariable} is '{text}', which is no mode. Set it to verify, search, pin or minimize, or to nothing.");

    private static int Schedule(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ReplaySetupException($"{SchedulesVariable} is '{text}', which is no number of schedules. Set it to 1 or more, or to nothing.");

    private static ulong SeedOf(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ReplaySetupException($"{SeedVariable} is '{text}', which is no seed. Set it to a whole number, or to nothing.");
}
