using System.Net;

namespace Packages.Tests;

/// <summary>Adds the last part of each request's path to a list, and answers at once.</summary>
internal sealed class ListHandler(List<string> paths) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        paths.Add(request.RequestUri!.Segments[^1]);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));
}
