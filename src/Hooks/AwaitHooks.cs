namespace ReplayKit.Hooks;

/// <summary>What a woven await calls.</summary>
public static class AwaitHooks
{
    /// <summary>Called between an awaiter's <c>IsCompleted</c> and the branch on it.</summary>
    /// <param name="isCompleted">What the awaiter said.</param>
    /// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
    /// <returns>Whether the method goes on without suspending; <paramref name="isCompleted"/> outside control.</returns>
    public static bool AfterIsCompleted(bool isCompleted, string site) =>
        Control.Current is { } control ? control.ContinuesSynchronously(isCompleted, site) : isCompleted;

    /// <summary>The same for an await of what a socket or a stream does: it may be complete or not by the time it is asked, as the other side of the wire has it.</summary>
    public static bool AfterOutsideIsCompleted(bool isCompleted, string site) =>
        Control.Current is { } control ? control.ContinuesPastOutside(isCompleted, site) : isCompleted;

    /// <summary>Called in place of handing an awaiter to the method's builder: the builder gets the result instead.</summary>
    /// <param name="awaiter">The awaiter.</param>
    /// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
    public static HookAwaiter Wrap<TAwaiter>(ref TAwaiter awaiter, string site)
        where TAwaiter : System.Runtime.CompilerServices.INotifyCompletion =>
        new(new PendingAwait<TAwaiter>(awaiter), Control.Current, site);
}
