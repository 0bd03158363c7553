using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Data;

namespace Shop.Orders;

public static class OrderEndpoints
{
    public static void AddOrders(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<IOrderService>(provider =>
            provider.GetRequiredService<IOptions<ShopOptions>>().Value.OrderMode == OrderModes.Reserving
                ? ActivatorUtilities.CreateInstance<ReservingOrderService>(provider)
                : ActivatorUtilities.CreateInstance<OrderService>(provider));
    }

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/orders", PlaceAsync);
        routes.MapGet("/orders/{id:int}", FindAsync);
        routes.MapGet("/stock/{sku:int}", GetStockAsync);
    }

    private static async Task<IResult> PlaceAsync(int sku, int quantity, IOrderService orders, CancellationToken cancellationToken)
    {
        if (quantity < 1)
            return Problem(StatusCodes.Status400BadRequest, "The quantity must be at least 1.");

        var result = await orders.PlaceAsync(sku, quantity, cancellationToken);
        return result.Outcome switch
        {
            OrderOutcome.Accepted => Results.Created($"/orders/{result.Order!.Id}", result.Order),
            OrderOutcome.UnknownSku => Problem(StatusCodes.Status404NotFound, $"There is no sku {sku}."),
            OrderOutcome.SoldOut => Problem(StatusCodes.Status409Conflict, $"Sku {sku} is sold out."),
            OrderOutcome.PaymentRefused => Problem(StatusCodes.Status402PaymentRequired, "The payment was refused."),
            _ => throw new InvalidOperationException($"Unknown outcome {result.Outcome}."),
        };
    }

    private static async Task<IResult> FindAsync(int id, ShopDb db, CancellationToken cancellationToken) =>
        await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is { } order
            ? Results.Ok(order)
            : Problem(StatusCodes.Status404NotFound, $"There is no order {id}.");

    private static async Task<IResult> GetStockAsync(int sku, ShopDb db, CancellationToken cancellationToken) =>
        await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Sku == sku, cancellationToken) is { } item
            ? Results.Ok(new { item.Sku, item.Stock, item.InitialStock })
            : Problem(StatusCodes.Status404NotFound, $"There is no sku {sku}.");

    private static IResult Problem(int status, string title) => Results.Problem(statusCode: status, title: title);
}
