namespace ReplayKit.Hooks;

/// <summary>Awaits in hooks that are async themselves.</summary>
internal static class Awaiting
{
    /// <summary>Awaits under control, where there is one.</summary>
    public static ControlledAwait<T> Under<T>(ValueTask<T> task, string site) => new(task, site);

    /// <inheritdoc cref="Under{T}(ValueTask{T}, string)"/>
    public static ControlledAwait<bool> Under(ValueTask task, string site) => new(Result(task), site);

    /// <summary>Names the await that a call of woven code leads to.</summary>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>.</param>
    /// <param name="awaited">What the hook awaits on its behalf.</param>
    /// <param name="ordinal">Tells the awaits of one hook apart.</param>
    public static string SiteOf(string site, string awaited, int ordinal = 0)
    {
        var call = CodeSite.Parse(site);
        return new AwaitSite(call.DeclaringType, call.Method, $"{call.Method}.{call.What}", ordinal, awaited, call.File, call.Line).ToString();
    }

    private static ValueTask<bool> Result(ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
            return new ValueTask<bool>(true);
        }

        return new ValueTask<bool>(new UntypedSource(task), 0);
    }
}
