using System.Threading.Channels;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ChannelReader{T}"/>: the real channel keeps the items, each call is one atomic use of it.</summary>
public static class ChannelReaderHooks
{
    /// <summary>In place of <see cref="ChannelReader{T}.Count"/>.</summary>
    public static int Count<T>(ChannelReader<T> reader, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Shared.Read(ChannelIdentity.Of(reader), site);
        return reader.Count;
    }

    /// <summary>In place of <see cref="ChannelReader{T}.TryPeek"/>.</summary>
    public static bool TryPeek<T>(ChannelReader<T> reader, out T item, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Shared.Read(ChannelIdentity.Of(reader), site);
        return reader.TryPeek(out item!);
    }

    /// <summary>In place of <see cref="ChannelReader{T}.TryRead"/>.</summary>
    public static bool TryRead<T>(ChannelReader<T> reader, out T item, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Shared.Change(ChannelIdentity.Of(reader), site);
        // A read may let a writer in, whose task has continuations.
        var context = CompletionHooks.Enter();
        try
        {
            return reader.TryRead(out item!);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }

    /// <summary>In place of <see cref="ChannelReader{T}.ReadAsync"/>.</summary>
    public static ValueTask<T> ReadAsync<T>(ChannelReader<T> reader, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (Control.Current is not { } control) return reader.ReadAsync(cancellationToken);
        Shared.Change(ChannelIdentity.Of(reader), site);
        var context = CompletionHooks.Enter();
        try
        {
            return ChannelSource<T>.Of(control, ChannelIdentity.Of(control, reader), reader.ReadAsync(cancellationToken), site);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }

    /// <summary>In place of <see cref="ChannelReader{T}.WaitToReadAsync"/>.</summary>
    public static ValueTask<bool> WaitToReadAsync<T>(ChannelReader<T> reader, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (Control.Current is not { } control) return reader.WaitToReadAsync(cancellationToken);
        Shared.Read(ChannelIdentity.Of(reader), site);
        return ChannelSource<bool>.Of(control, ChannelIdentity.Of(control, reader), reader.WaitToReadAsync(cancellationToken), site);
    }

    /// <summary>In place of <see cref="ChannelReader{T}.ReadAllAsync"/>.</summary>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(ChannelReader<T> reader, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Control.Current is null ? reader.ReadAllAsync(cancellationToken) : ChannelDrain.ReadAsync(reader, site, cancellationToken);
    }
}
