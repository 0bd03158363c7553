using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReplayKit.Hooks;

/// <summary>Reads a channel to its end, as the framework's own iterator does, with awaits that come back under control.</summary>
internal static class ChannelDrain
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(ChannelReader<T> reader, string site, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wait = Awaiting.SiteOf(site, nameof(ChannelReader<T>.WaitToReadAsync));
        while (await Awaiting.Under(ChannelReaderHooks.WaitToReadAsync(reader, cancellationToken, site), wait))
        {
            while (ChannelReaderHooks.TryRead(reader, out var item, site)) yield return item;
        }
    }
}
