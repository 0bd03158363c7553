using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Channels;

namespace Samples.Tests.Shop;

/// <summary>Answers the shop's calls in the test process, at once or when the test says so.</summary>
internal sealed class StubUpstream : HttpMessageHandler
{
    private readonly ConcurrentQueue<HttpStatusCode> _refusals = new();
    private readonly Channel<TaskCompletionSource> _held = Channel.CreateUnbounded<TaskCompletionSource>();
    private volatile bool _holding;

    /// <summary>The next call is answered with this status instead.</summary>
    public void RefuseNext(HttpStatusCode status) => _refusals.Enqueue(status);

    /// <summary>From now on each call waits until the test lets it go.</summary>
    public void Hold() => _holding = true;

    /// <summary>Waits until a call arrived; completing what is returned lets it go.</summary>
    public ValueTask<TaskCompletionSource> ArrivalAsync() => _held.Reader.ReadAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_holding)
        {
            var letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await _held.Writer.WriteAsync(letGo, cancellationToken);
            await letGo.Task.WaitAsync(cancellationToken);
        }

        return _refusals.TryDequeue(out var status) ? new HttpResponseMessage(status) : Answer(request.RequestUri!);
    }

    private static HttpResponseMessage Answer(Uri address) => address.Segments switch
    {
        [_, "prices/", var sku] => Ok(new { sku = int.Parse(sku, CultureInfo.InvariantCulture), price = PriceOf(sku) }),
        [_, "payments"] => Ok(new { charged = true }),
        _ => new HttpResponseMessage(HttpStatusCode.NotFound),
    };

    private static decimal PriceOf(string sku) => int.Parse(sku, CultureInfo.InvariantCulture) + 0.5m;

    private static HttpResponseMessage Ok<T>(T body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
