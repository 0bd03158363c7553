using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Shop.Incidents;

/// <summary>Answers for the shop's upstream. Its latency passes on virtual time.</summary>
internal sealed class UpstreamStub : HttpMessageHandler
{
    private static readonly TimeSpan PriceLatency = TimeSpan.FromMilliseconds(45);
    private static readonly TimeSpan PaymentLatency = TimeSpan.FromMilliseconds(60);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var segments = request.RequestUri!.Segments;
        if (segments is [_, "prices/", var sku])
        {
            await Task.Delay(PriceLatency, cancellationToken);
            var answer = new { sku = int.Parse(sku, CultureInfo.InvariantCulture), price = 12.5m };
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
        }

        await Task.Delay(PaymentLatency, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
