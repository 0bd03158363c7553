using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Channels.</summary>
internal static class ChannelRows
{
    private const string Namespace = "System.Threading.Channels.";
    private const string MakesOnly = "It makes a channel, and shares nothing yet";
    private const string OptionsOnly = "It holds options, and is read when the channel is made";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. Each("ChannelReader`1", "ChannelReaderHooks", "TryRead", "TryPeek", "ReadAsync", "WaitToReadAsync", "ReadAllAsync", "get_Count"),
        Harmless("ChannelReader`1", "get_Completion", "It is a task, and its awaits are scheduling points"),
        Harmless("ChannelReader`1", "get_CanCount", "It never changes"),
        Harmless("ChannelReader`1", "get_CanPeek", "It never changes"),
        Harmless("ChannelReader`1", ".ctor", MakesOnly),
        .. Each("ChannelWriter`1", "ChannelWriterHooks", "TryWrite", "WriteAsync", "WaitToWriteAsync", "TryComplete", "Complete"),
        Harmless("ChannelWriter`1", ".ctor", MakesOnly),
        Harmless("Channel", "*", MakesOnly),
        Harmless("Channel`1", "*", MakesOnly),
        Harmless("Channel`2", "*", "It leads to the channel's reader and writer"),
        Harmless("ChannelOptions", "*", OptionsOnly),
        Harmless("BoundedChannelOptions", "*", OptionsOnly),
        Harmless("UnboundedChannelOptions", "*", OptionsOnly),
        Harmless("UnboundedPrioritizedChannelOptions`1", "*", OptionsOnly),
        Harmless("ChannelClosedException", "*", "It is an exception"),
    ];

    private static IEnumerable<ApiRow> Each(string type, string hooks, params string[] members) =>
        members.Select(member => new ApiRow(Namespace + type, member, ApiControl.Controlled) { Hooks = hooks });

    private static ApiRow Harmless(string type, string member, string reason) => new(Namespace + type, member, ApiControl.Harmless) { Reason = reason };
}
