namespace ReplayKit.Hooks;

/// <summary>How long a call may block, and which call it is.</summary>
/// <param name="Timeout">Longest wait on virtual time; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</param>
/// <param name="Site">The call, in the form of <see cref="CodeSite"/>.</param>
internal readonly record struct WaitLimit(TimeSpan Timeout, string Site);
