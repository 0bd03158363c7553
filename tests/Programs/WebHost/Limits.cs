using Microsoft.AspNetCore.RateLimiting;

namespace WebHost;

/// <summary>Lets one request in at a time; one more may wait.</summary>
internal static class Limits
{
    public const string OneAtATime = "one at a time";

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(static options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddConcurrencyLimiter(OneAtATime, static limiter =>
        {
            limiter.PermitLimit = 1;
            limiter.QueueLimit = 1;
        });
    });
}
