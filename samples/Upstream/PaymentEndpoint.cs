using Microsoft.Extensions.Options;

namespace Upstream;

public static class PaymentEndpoint
{
    private const decimal AmountMax = 1000m;

    /// <summary>Takes any payment up to <see cref="AmountMax"/> and refuses what is above it.</summary>
    public static void MapPayments(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/payments", async (decimal amount, IOptions<LatencyOptions> latency, CancellationToken cancellationToken) =>
        {
            if (amount <= 0)
                return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The amount must be positive.");

            await Task.Delay(latency.Value.PaymentMs, cancellationToken);
            return amount <= AmountMax
                ? Results.Ok(new { Charged = amount })
                : Results.Problem(statusCode: StatusCodes.Status402PaymentRequired, title: $"No more than {AmountMax} is charged at once.");
        });
}
