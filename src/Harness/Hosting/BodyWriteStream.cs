namespace ReplayKit.Hosting;

/// <summary>Writes a body.</summary>
/// <param name="pipe">The body.</param>
/// <param name="begin">What comes before the first byte.</param>
/// <param name="isSyncAllowed">Whether the writer may block, as a server's option says.</param>
internal sealed class BodyWriteStream(BodyPipe pipe, Func<Task> begin, Func<bool> isSyncAllowed) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await begin().ConfigureAwait(true);
        pipe.Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => begin();

    public override void Write(byte[] buffer, int offset, int count)
    {
        BeginNow();
        pipe.Write(buffer.AsSpan(offset, count));
    }

    public override void Flush() => BeginNow();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void BeginNow()
    {
        if (!isSyncAllowed()) throw new InvalidOperationException("Synchronous operations are disallowed. Call WriteAsync or set AllowSynchronousIO to true instead.");
        Hooks.TaskWaitHooks.Wait(begin(), "");
    }
}
