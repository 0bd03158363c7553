using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ReplayKit.Hosting;

/// <summary>One request to the service's pipeline, and its response.</summary>
/// <remarks>
/// Nothing of it goes to the thread pool, as it would with the in-memory server: the service's side runs where <see cref="ServeAsync"/> is called,
/// and what the caller waits for goes on where the service brings it about.
/// </remarks>
internal sealed class Exchange : IHttpRequestBodyDetectionFeature
{
    private readonly ServicePipeline _pipeline;
    private readonly HttpRequestMessage _request;
    private readonly FeatureCollection _features = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new();
    private readonly BodyPipe _requestBody = new();
    private readonly BodyPipe _responseBody = new();
    private readonly ExchangeResponse _response;
    private readonly ExchangeLifetime _lifetime;

    /// <param name="pipeline">The service.</param>
    /// <param name="request">The request.</param>
    /// <param name="identifier">What the service knows the request by.</param>
    public Exchange(ServicePipeline pipeline, HttpRequestMessage request, string identifier)
    {
        _pipeline = pipeline;
        _request = request;
        _response = new ExchangeResponse(_responseBody, Answer);
        _lifetime = new ExchangeLifetime(() => Fail(new IOException("The service aborted the request.")));
        _features.Set<IHttpRequestFeature>(Head());
        _features.Set<IHttpRequestBodyDetectionFeature>(this);
        _features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = identifier });
        _features.Set<IHttpResponseFeature>(_response);
        _features.Set<IHttpResponseBodyFeature>(_response);
        _features.Set<IHttpBodyControlFeature>(_response);
        _features.Set<IHttpRequestLifetimeFeature>(_lifetime);
    }

    /// <summary>What the caller gets: when the service has begun to answer.</summary>
    public Task<HttpResponseMessage> Answered => _answer.Task;

    /// <summary>Whether the request has a body.</summary>
    public bool CanHaveBody { get; private set; }

    /// <summary>Begins to send the request's body. Called by the caller, whose content it is.</summary>
    public void SendBody(CancellationToken cancellationToken)
    {
        if (!CanHaveBody)
        {
            _requestBody.Complete();
            return;
        }

        var sending = _request.Content!.CopyToAsync(new BodyWriteStream(_requestBody, static () => Task.CompletedTask, static () => true), cancellationToken);
        if (sending.IsCompleted) _requestBody.Complete(sending.Exception?.InnerException);
        else
            _ = sending.ContinueWith(
                ended => _requestBody.Complete(ended.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The caller does not wait any more.</summary>
    public void Leave(CancellationToken cancellationToken)
    {
        _lifetime.Leave();
        Inline.Run(() => _answer.TrySetCanceled(cancellationToken));
    }

    /// <summary>Runs the service's side. Throws nothing: what escapes the service is the caller's exception, as it is with the in-memory server.</summary>
    public async Task ServeAsync()
    {
        var context = _pipeline.Contexts.Create(_features);
        try
        {
            await _pipeline.Entry(context).ConfigureAwait(true);
            await _response.CompleteAsync().ConfigureAwait(true);
        }
#pragma warning disable CA1031 // What escapes the service, of any type, is what the caller gets.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        await EndAsync(context).ConfigureAwait(true);
    }

    private async Task EndAsync(HttpContext context)
    {
        try
        {
            await _response.FireCompletedAsync().ConfigureAwait(true);
        }
#pragma warning disable CA1031 // Nobody is there any more whom it could be told; a server logs it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        _pipeline.Contexts.Dispose(context);
    }

    private HttpRequestFeature Head()
    {
        var uri = _request.RequestUri!;
        var head = new HttpRequestFeature
        {
            Method = _request.Method.Method,
            Scheme = uri.Scheme,
            Protocol = HttpProtocol.GetHttpProtocol(_request.Version),
            Path = PathString.FromUriComponent(uri).Value ?? "",
            QueryString = QueryString.FromUriComponent(uri).Value ?? "",
            RawTarget = uri.PathAndQuery,
            Body = new BodyReadStream(_requestBody),
        };
        if (_request.Content is { } content)
        {
            // Asking for the length makes it a header.
            CanHaveBody = _request.Headers.TransferEncodingChunked == true || content.Headers.ContentLength != 0;
            foreach (var (name, values) in content.Headers.NonValidated) head.Headers[name] = Joined(values);
        }

        foreach (var (name, values) in _request.Headers.NonValidated) head.Headers[name] = Joined(values);
        if (!head.Headers.ContainsKey("Host")) head.Headers.Host = HostString.FromUriComponent(uri).ToUriComponent();
        return head;
    }

    private static StringValues Joined(System.Net.Http.Headers.HeaderStringValues values) => new([.. values]);

    private void Answer(ExchangeResponse response)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            RequestMessage = _request, ReasonPhrase = response.ReasonPhrase, Content = new StreamContent(new BodyReadStream(_responseBody, ReaderLeaves)),
        };
        foreach (var (name, values) in response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!)) answer.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!);
        }

        Inline.Run(() => _answer.TrySetResult(answer));
    }

    // As a connection that is closed under a response is.
    private void ReaderLeaves()
    {
        if (!_responseBody.IsComplete) _lifetime.Leave();
    }

    private void Fail(Exception exception)
    {
        _responseBody.Complete(exception);
        Inline.Run(() => _answer.TrySetException(exception));
    }
}
