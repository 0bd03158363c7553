using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ReplayKit.Hosting;

/// <summary>The response of one exchange, as the service writes it.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The stream holds nothing, and the service may write late.")]
internal sealed class ExchangeResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IHttpBodyControlFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();
    private readonly BodyPipe _body;
    private readonly Action<ExchangeResponse> _started;
    private readonly BodyWriteStream _stream;
    private PipeWriter? _writer;
    private Task? _starts;

    /// <param name="body">The body.</param>
    /// <param name="started">Called when status and headers are what they are.</param>
    public ExchangeResponse(BodyPipe body, Action<ExchangeResponse> started)
    {
        _body = body;
        _started = started;
        _stream = new BodyWriteStream(body, () => StartAsync(), () => AllowSynchronousIO);
    }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public bool AllowSynchronousIO { get; set; }

    public Stream Stream => _stream;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));

    Stream IHttpResponseFeature.Body
    {
        get => _stream;
        set => throw new NotSupportedException("Replace the response body's feature.");
    }

    public void OnStarting(Func<object, Task> callback, object state)
    {
        if (HasStarted) throw new InvalidOperationException("The response has started.");
        _starting.Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => _starts ??= StartOnceAsync();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(_stream, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        if (_body.IsComplete) return;
        if (_writer is not null) await _writer.FlushAsync().ConfigureAwait(true);
        await StartAsync().ConfigureAwait(true);
        _body.Complete();
    }

    /// <summary>Calls what the service wants to be called when the exchange is over, the last one first.</summary>
    public async Task FireCompletedAsync()
    {
        while (_completed.TryPop(out var call)) await call.Callback(call.State).ConfigureAwait(true);
    }

    private async Task StartOnceAsync()
    {
        while (_starting.TryPop(out var call)) await call.Callback(call.State).ConfigureAwait(true);
        HasStarted = true;
        _started(this);
    }
}
