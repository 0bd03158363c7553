using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop.Orders;

/// <summary>Sells what is in stock.</summary>
public sealed class OrderService(ShopDb db, PaymentClient payments, TimeProvider clock, ILogger<OrderService> logger) : IOrderService
{
    public async Task<OrderResult> PlaceAsync(int sku, int quantity, CancellationToken cancellationToken)
    {
        var item = await db.Items.SingleOrDefaultAsync(i => i.Sku == sku, cancellationToken);
        if (item is null)
            return new OrderResult(OrderOutcome.UnknownSku);
        if (item.Stock < quantity)
            return new OrderResult(OrderOutcome.SoldOut);

        var amount = item.ListPrice * quantity;
        if (!await payments.ChargeAsync(amount, cancellationToken))
            return new OrderResult(OrderOutcome.PaymentRefused);

        item.Stock -= quantity;
        var order = new Order { Sku = sku, Quantity = quantity, Amount = amount, PlacedAt = clock.GetUtcNow() };
        db.Orders.Add(order);

        // Paid: from here on the order is kept even if the customer hangs up.
        await db.SaveChangesAsync(CancellationToken.None);
        logger.LogDebug("Order {Order}: {Quantity} of sku {Sku}", order.Id, quantity, sku);
        return new OrderResult(OrderOutcome.Accepted, order);
    }
}
