using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Cancellation: sources, tokens and callbacks.</summary>
internal static class CancellationRows
{
    private const string Source = "System.Threading.CancellationTokenSource";
    private const string Token = "System.Threading.CancellationToken";
    private const string Registration = "System.Threading.CancellationTokenRegistration";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Virtual(Source, ".ctor") with { Reason = "A delay is on virtual time" },
        Virtual(Source, "CancelAfter"),
        Controlled(Source, "Cancel", "CancellationTokenSourceHooks") with { Reason = "The registered callbacks run inline, as they do" },
        Controlled(Source, "CancelAsync", "CancellationTokenSourceHooks") with { Reason = "The callbacks of woven code run in an operation of their own, those of other code at once" },
        Controlled(Source, "TryReset", "CancellationTokenSourceHooks"),
        Controlled(Source, "get_IsCancellationRequested", "CancellationTokenSourceHooks"),
        Harmless(Source, "CreateLinkedTokenSource", "The runtime cancels it inline, where one of its tokens is"),
        Harmless(Source, "Dispose", "It disposes of the timer that is on virtual time"),
        Harmless(Source, "*", "Neither waits nor starts anything"),
        Controlled(Token, "get_IsCancellationRequested", "CancellationTokenHooks") with { Reason = "A scheduling point, so that a loop that polls comes to an end" },
        Controlled(Token, "ThrowIfCancellationRequested", "CancellationTokenHooks"),
        Controlled(Token, "Register", "CancellationTokenHooks"),
        Controlled(Token, "UnsafeRegister", "CancellationTokenHooks"),
        Harmless(Token, "get_WaitHandle", "The real event, which is set where the token is cancelled"),
        Harmless(Token, "*", "Neither waits nor starts anything"),
        Controlled(Registration, "Unregister", "CancellationTokenRegistrationHooks"),
        Controlled(Registration, "Dispose", "CancellationTokenRegistrationHooks") with { Reason = "It waits for the callback, where that runs elsewhere" },
        Controlled(Registration, "DisposeAsync", "CancellationTokenRegistrationHooks"),
        Harmless(Registration, "*", "Neither waits nor starts anything"),
    ];

    private static ApiRow Virtual(string type, string member) => new(type, member, ApiControl.Virtualised) { Hooks = "CancellationTokenSourceHooks" };

    private static ApiRow Controlled(string type, string member, string hooks) => new(type, member, ApiControl.Controlled) { Hooks = hooks };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };
}
