using System.Diagnostics;
using Load.Measuring;

namespace Load.Driving;

/// <summary>Sends one request after the other and keeps the tally.</summary>
public sealed class Client(HttpMessageInvoker http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Tally Tally { get; private set; } = new();

    /// <summary>Connections to loopback only: no proxy and no redirect can lead elsewhere.</summary>
    public static HttpMessageInvoker Connect(int connections) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = connections,
        ActivityHeadersPropagator = null,
    });

    public void StartAfresh() => Tally = new Tally();

    /// <summary>Sends a request and reads the whole answer. What fails is counted, not thrown.</summary>
    public async Task SendAsync(HttpMethod method, Uri address, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await http.SendAsync(request, patience.Token);
            await response.Content.CopyToAsync(Stream.Null, patience.Token);
            Tally.Answered(response.StatusCode, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Tally.Failed(e.Message, Stopwatch.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Tally.Failed($"no answer within {Patience.TotalSeconds:0} s", Stopwatch.GetElapsedTime(started));
        }
    }
}
