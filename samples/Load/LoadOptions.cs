namespace Load;

/// <summary>What was asked for on the command line.</summary>
public sealed record LoadOptions
{
    public const int DurationMaxSeconds = 120;
    public const int ConcurrencyMax = 256;
    public const int RateMax = 200;
    public const int WarmUpMaxSeconds = 10;

    public required Target Shop { get; init; }

    public required int DurationSeconds { get; init; }

    /// <summary>Clients that each have one request under way at most.</summary>
    public required int Concurrency { get; init; }

    public required int Seed { get; init; }

    /// <summary>Requests per second beside the waves.</summary>
    public required int Rate { get; init; }

    /// <summary>How long an endpoint is called before the measurement begins.</summary>
    public required int WarmUpSeconds { get; init; }

    /// <summary>The one path to call as fast as it answers; null for the shop's traffic.</summary>
    public required string? Endpoint { get; init; }

    public required bool Json { get; init; }
}
