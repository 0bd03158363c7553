using Microsoft.AspNetCore.Http.Features;

namespace ReplayKit.Hosting;

/// <summary>The end of an exchange before its end: the caller went away, or the service gave it up.</summary>
/// <param name="aborted">Called when the service gives it up.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and may be cancelled late.")]
internal sealed class ExchangeLifetime(Action aborted) : IHttpRequestLifetimeFeature
{
    private readonly CancellationTokenSource _gone = new();
    private CancellationToken? _replaced;

    public CancellationToken RequestAborted
    {
        get => _replaced ?? _gone.Token;
        set => _replaced = value;
    }

    public void Abort()
    {
        Leave();
        aborted();
    }

    /// <summary>The caller went away.</summary>
    public void Leave() => Inline.Run(_gone.Cancel);
}
