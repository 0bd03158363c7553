using ReplayKit.Hooks;

namespace ReplayKit.Hosting;

/// <summary>Reads a body.</summary>
/// <param name="pipe">The body.</param>
/// <param name="left">Called when the reader leaves; null for nothing.</param>
internal sealed class BodyReadStream(BodyPipe pipe, Action? left = null) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => pipe.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        pipe.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => TaskWaitHooks.Result(ReadAsync(buffer, offset, count, CancellationToken.None), "");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) left?.Invoke();
        base.Dispose(disposing);
    }
}
