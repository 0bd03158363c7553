namespace Controlled.Awaits;

/// <summary>A stream of letters: a, b, c and so on. Each read is a task of the program's, which runs what it is given.</summary>
#pragma warning disable CA1844 // The framework awaits the task of the array-based method itself.
internal sealed class LetterStream(params Func<Func<int>, Task<int>>[] reads) : Stream
#pragma warning restore CA1844
{
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_next == reads.Length) return Task.FromResult(0);
        var index = _next++;
        return reads[index](() =>
        {
            buffer[offset] = (byte)('a' + index);
            return 1;
        });
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
