using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop.Orders;

/// <summary>Reserves the stock before it takes the payment, and releases it when there is none.</summary>
public sealed class ReservingOrderService(ShopDb db, PaymentClient payments, TimeProvider clock, ILogger<OrderService> logger)
    : IOrderService
{
    public async Task<OrderResult> PlaceAsync(int sku, int quantity, CancellationToken cancellationToken)
    {
        var item = await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Sku == sku, cancellationToken);
        if (item is null)
            return new OrderResult(OrderOutcome.UnknownSku);
        if (!await TryReserveAsync(sku, quantity, cancellationToken))
            return new OrderResult(OrderOutcome.SoldOut);

        var amount = item.ListPrice * quantity;
        if (!await ChargeOrReleaseAsync(item, quantity, cancellationToken))
            return new OrderResult(OrderOutcome.PaymentRefused);

        var order = new Order { Sku = sku, Quantity = quantity, Amount = amount, PlacedAt = clock.GetUtcNow() };
        db.Orders.Add(order);

        // Paid: from here on the order is kept even if the customer hangs up.
        await db.SaveChangesAsync(CancellationToken.None);
        logger.LogDebug("Order {Order}: {Quantity} of sku {Sku}", order.Id, quantity, sku);
        return new OrderResult(OrderOutcome.Accepted, order);
    }

    // One statement: the database checks and takes the stock in the same instant.
    private async Task<bool> TryReserveAsync(int sku, int quantity, CancellationToken cancellationToken) =>
        await db.Items
            .Where(i => i.Sku == sku && i.Stock >= quantity)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Stock, i => i.Stock - quantity), cancellationToken) == 1;

    private async Task<bool> ChargeOrReleaseAsync(StockItem item, int quantity, CancellationToken cancellationToken)
    {
        var paid = false;
        try
        {
            paid = await payments.ChargeAsync(item.ListPrice * quantity, cancellationToken);
            return paid;
        }
        finally
        {
            if (!paid)
                await ReleaseAsync(item.Sku, quantity);
        }
    }

    // Not cancellable: a customer who hangs up must not keep the stock.
    private Task<int> ReleaseAsync(int sku, int quantity) =>
        db.Items
            .Where(i => i.Sku == sku)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Stock, i => i.Stock + quantity), CancellationToken.None);
}
