using System.ComponentModel.DataAnnotations;

namespace Upstream;

/// <summary>How slow this service is: the section <c>Latency</c> of the configuration, in milliseconds.</summary>
public sealed class LatencyOptions
{
    private const int MaxMs = 60_000;

    /// <summary>What every price takes at least.</summary>
    [Range(0, MaxMs)]
    public int PriceMs { get; set; } = 40;

    /// <summary>What a price takes longer, at most; how much of it depends on the sku alone.</summary>
    [Range(0, MaxMs)]
    public int PriceJitterMs { get; set; } = 20;

    /// <summary>What a payment takes.</summary>
    [Range(0, MaxMs)]
    public int PaymentMs { get; set; } = 60;

    /// <summary>What the price of one sku takes.</summary>
    public TimeSpan PriceOf(int sku) =>
        TimeSpan.FromMilliseconds(PriceMs + (long)((uint)sku * JitterSpread) % (PriceJitterMs + 1));

    // A prime, so that neighbouring skus get different latencies.
    private const uint JitterSpread = 2_654_435_761;
}
