namespace WebHost.Tests;

/// <summary>Stands in for the service that knows the prices: answers after a while.</summary>
internal sealed class PriceStub : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        return new HttpResponseMessage { Content = new StringContent($"price {request.RequestUri!.AbsolutePath[1..]}") };
    }
}
