using System.Reflection;

namespace ReplayKit.Hooks;

/// <summary>What a reader and a writer have in common: their channel. A run remembers it for each end.</summary>
internal sealed class ChannelIdentity
{
    // The channels of the framework: their readers and writers are nested classes that know their channel.
    private const string ParentField = "_parent";
    private object? _channel;

    /// <summary>The channel behind a reader or a writer; the end itself where that is not known, null outside control.</summary>
    public static object? Of(object end) => Control.Current is { } control ? Of(control, end) : null;

    /// <inheritdoc cref="Of(object)"/>
    public static object Of(IControl control, object end)
    {
        var known = control.StateOf<ChannelIdentity>(end);
        return known._channel ??= end.GetType().GetField(ParentField, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(end) ?? end;
    }
}
