using System.Globalization;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>What the environment asks of a test run.</summary>
internal sealed record RunSettings
{
    /// <summary>Sets how many schedules run.</summary>
    public const string SchedulesVariable = "REPLAYKIT_SCHEDULES";
    /// <summary>Sets the seed.</summary>
    public const string SeedVariable = "REPLAYKIT_SEED";
    /// <summary>Sets what is done.</summary>
    public const string ModeVariable = "REPLAYKIT_MODE";

    private const string PartsVariable = "REPLAYKIT_PARTS";
    private const string SecondsVariable = "REPLAYKIT_SECONDS";
    private const string SwapsVariable = "REPLAYKIT_SWAPS";
    private const string AnyNumber = "all";
    private const string Conflicts = "conflicts";

    /// <summary>What to do with incidents.</summary>
    public RunMode Mode { get; init; }

    /// <summary>Most schedules per test; null for what the test says.</summary>
    public int? Schedules { get; init; }

    /// <summary>Seed where chance decides; null for what the test says.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Most seconds per test; null for what the test says.</summary>
    public int? Seconds { get; init; }

    /// <summary>Most swaps to certify; null for what the test says.</summary>
    public int? Swaps { get; init; }

    /// <summary>Whether to certify all orders of steps that may conflict; null for what the test says.</summary>
    public bool? CertifiesConflicts { get; init; }

    /// <summary>Which part of a search this process takes.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Folder for what this part came to, below which each incident has one; null for the incident's own.</summary>
    public string? PartsFolder { get; init; }

    /// <summary>Reads the environment.</summary>
    /// <exception cref="ReplaySetupException">A variable holds something else than it should.</exception>
    public static RunSettings Read()
    {
        var mode = Text(ModeVariable) is { } word ? ModeOf(word) : RunMode.Verify;
        var swaps = Text(SwapsVariable);
        return new RunSettings
        {
            Mode = mode,
            Schedules = Text(SchedulesVariable) is { } schedules ? Positive(SchedulesVariable, schedules, "number of schedules") : null,
            Seed = Text(SeedVariable) is { } seed ? SeedOf(seed) : null,
            Seconds = Text(SecondsVariable) is { } seconds ? Positive(SecondsVariable, seconds, "number of seconds") : null,
            Swaps = swaps is null or Conflicts ? null : SwapsOf(swaps),
            CertifiesConflicts = swaps is null ? null : swaps == Conflicts,
            PartsFolder = Text(PartsVariable),
            // A test run that only verifies is not split: what a job's index is for is not ours to say.
            Shard = mode == RunMode.Verify && Text(ShardVariables.Own) is null ? Shard.Whole : ShardVariables.Read(Environment.GetEnvironmentVariable),
        };
    }

    private static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;

    private static RunMode ModeOf(string text) =>
        Enum.TryParse<RunMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(text[0])
            ? mode
            : throw new ReplaySetupException($"{ModeVariable} is '{text}', which is no mode. Set it to verify, search, pin, minimize or certify, or to nothing.");

    private static int Positive(string variable, string text, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ReplaySetupException($"{variable} is '{text}', which is no {what}. Set it to 1 or more, or to nothing.");

    private static int SwapsOf(string text) =>
        text == AnyNumber ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ReplaySetupException($"{SwapsVariable} is '{text}', which is no number of swaps. Set it to a whole number, to {AnyNumber}, to {Conflicts}, or to nothing.");

    private static ulong SeedOf(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ReplaySetupException($"{SeedVariable} is '{text}', which is no seed. Set it to a whole number, or to nothing.");
}
