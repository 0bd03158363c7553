using System.Threading.Channels;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ChannelWriter{T}"/>: the real channel keeps the items, each call is one atomic use of it.</summary>
public static class ChannelWriterHooks
{
    /// <summary>In place of <see cref="ChannelWriter{T}.TryWrite"/>.</summary>
    public static bool TryWrite<T>(ChannelWriter<T> writer, T item, string site)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Shared.Change(ChannelIdentity.Of(writer), site);
        // A write may let a reader go on, whose task has continuations.
        var context = CompletionHooks.Enter();
        try
        {
            return writer.TryWrite(item);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }

    /// <summary>In place of <see cref="ChannelWriter{T}.WriteAsync"/>.</summary>
    public static ValueTask WriteAsync<T>(ChannelWriter<T> writer, T item, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Control.Current is not { } control) return writer.WriteAsync(item, cancellationToken);
        Shared.Change(ChannelIdentity.Of(writer), site);
        var context = CompletionHooks.Enter();
        try
        {
            return ChannelSource.Of(control, ChannelIdentity.Of(control, writer), writer.WriteAsync(item, cancellationToken), site);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }

    /// <summary>In place of <see cref="ChannelWriter{T}.WaitToWriteAsync"/>.</summary>
    public static ValueTask<bool> WaitToWriteAsync<T>(ChannelWriter<T> writer, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Control.Current is not { } control) return writer.WaitToWriteAsync(cancellationToken);
        Shared.Read(ChannelIdentity.Of(writer), site);
        return ChannelSource<bool>.Of(control, ChannelIdentity.Of(control, writer), writer.WaitToWriteAsync(cancellationToken), site);
    }

    /// <summary>In place of <see cref="ChannelWriter{T}.TryComplete"/>.</summary>
    public static bool TryComplete<T>(ChannelWriter<T> writer, Exception? error, string site)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Shared.Change(ChannelIdentity.Of(writer), site);
        var context = CompletionHooks.Enter();
        try
        {
            return writer.TryComplete(error);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }

    /// <summary>In place of <see cref="ChannelWriter{T}.Complete"/>.</summary>
    public static void Complete<T>(ChannelWriter<T> writer, Exception? error, string site)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Shared.Change(ChannelIdentity.Of(writer), site);
        var context = CompletionHooks.Enter();
        try
        {
            writer.Complete(error);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }
}
