namespace ReplayKit.Hosting;

/// <summary>Carries a body from who writes it to who reads it, in memory and without bound. Whoever reads ahead of the writer goes on where the writer writes.</summary>
internal sealed class BodyPipe
{
    private readonly Lock _gate = new();
    private readonly Queue<ReadOnlyMemory<byte>> _chunks = new();
    private TaskCompletionSource? _waiting;
    private Exception? _failure;
    private bool _isComplete;

    /// <summary>Whether nothing more is written.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate) return _isComplete;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        lock (_gate)
        {
            // Nobody reads any more.
            if (_isComplete) return;
            _chunks.Enqueue(bytes.ToArray());
        }

        Wake();
    }

    /// <summary>Ends the body.</summary>
    /// <param name="failure">What the reader gets behind what was written; null for the end of the body.</param>
    public void Complete(Exception? failure = null)
    {
        lock (_gate)
        {
            if (_isComplete) return;
            _isComplete = true;
            _failure = failure;
        }

        Wake();
    }

    /// <summary>Reads what there is, and waits while there is nothing.</summary>
    /// <returns>How much; 0 at the end.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(destination.Span, out var count, out var coming)) return count;
            using (cancellationToken.UnsafeRegister(static (coming, token) => Inline.Run(() => ((TaskCompletionSource)coming!).TrySetCanceled(token)), coming))
                await coming.Task.ConfigureAwait(false);
        }
    }

    private bool TryRead(Span<byte> destination, out int count, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out TaskCompletionSource? coming)
    {
        count = 0;
        coming = null;
        lock (_gate)
        {
            if (destination.IsEmpty) return true;
            if (_chunks.TryPeek(out var chunk))
            {
                count = Math.Min(chunk.Length, destination.Length);
                chunk.Span[..count].CopyTo(destination);
                _chunks.Dequeue();
                if (count < chunk.Length) PutBack(chunk[count..]);
                return true;
            }

            if (_failure is not null) throw new IOException("The body ended before its end.", _failure);
            if (_isComplete) return true;
            coming = _waiting ??= new TaskCompletionSource();
            return false;
        }
    }

    private void PutBack(ReadOnlyMemory<byte> rest)
    {
        var behind = _chunks.ToArray();
        _chunks.Clear();
        _chunks.Enqueue(rest);
        foreach (var chunk in behind) _chunks.Enqueue(chunk);
    }

    private void Wake()
    {
        TaskCompletionSource? waiting;
        lock (_gate) (waiting, _waiting) = (_waiting, null);
        if (waiting is not null) Inline.Run(() => waiting.TrySetResult());
    }
}
