namespace Load.Reporting;

/// <summary>The outcome of a run with the shop's traffic.</summary>
public sealed record ShopReport
{
    public required string Shop { get; init; }

    public required int Seed { get; init; }

    public required int DurationSeconds { get; init; }

    public required int Concurrency { get; init; }

    public required Measurement Measured { get; init; }

    public required IReadOnlyList<RepeatedFetch> FetchedMoreThanOnce { get; init; }

    public required IReadOnlyList<Oversale> Oversold { get; init; }

    public static ShopReport Of(LoadOptions options, Measurement measured, Findings findings) => new()
    {
        Shop = options.Shop.ToString(),
        Seed = options.Seed,
        DurationSeconds = options.DurationSeconds,
        Concurrency = options.Concurrency,
        Measured = measured,
        FetchedMoreThanOnce = findings.FetchedMoreThanOnce,
        Oversold = findings.Oversold,
    };
}
