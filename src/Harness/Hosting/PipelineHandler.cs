using System.Globalization;
using System.Net;
using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>Sends a client's requests to the service's pipeline: each is an operation of its own, as a request to a server is. Keeps cookies, as a test's client does.</summary>
/// <param name="pipeline">The service.</param>
/// <param name="count">Numbers the requests of a schedule.</param>
internal sealed class PipelineHandler(ServicePipeline pipeline, Func<int> count) : HttpMessageHandler
{
    private readonly CookieContainer _cookies = new();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        TaskWaitHooks.Result(SendAsync(request, cancellationToken), "");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (_cookies.GetCookieHeader(uri) is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        var exchange = new Exchange(pipeline, request, count().ToString(CultureInfo.InvariantCulture));
        exchange.SendBody(cancellationToken);
        var site = new CodeSite("", "", $"{request.Method} {uri.AbsolutePath}", "", 0);
        // Places are known by their text's reference, as literals are.
        if (Hooks.Control.Current is { } control) control.Queue(() => _ = exchange.ServeAsync(), string.Intern(site.ToString()));
        else _ = Task.Run(exchange.ServeAsync, CancellationToken.None);
        return FollowAsync(exchange, uri, cancellationToken);
    }

    private async Task<HttpResponseMessage> FollowAsync(Exchange exchange, Uri uri, CancellationToken cancellationToken)
    {
        using var leaving = cancellationToken.UnsafeRegister(static (exchange, token) => ((Exchange)exchange!).Leave(token), exchange);
        var response = await exchange.Answered.ConfigureAwait(false);
        if (response.Headers.TryGetValues("Set-Cookie", out var made))
        {
            foreach (var cookie in made) _cookies.SetCookies(uri, cookie);
        }

        return response;
    }
}
