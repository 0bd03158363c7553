using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Orders;

namespace Shop.Tests;

/// <summary>A wrong fix: it looks at the stock once more before it takes it. That narrows the window, and does not close it.</summary>
internal sealed class RecheckingOrderService(ShopDb db, PaymentClient payments, TimeProvider clock) : IOrderService
{
    private static readonly TimeSpan ReceiptLatency = TimeSpan.FromMilliseconds(1);

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

        await db.Entry(item).ReloadAsync(CancellationToken.None);
        if (item.Stock < quantity)
            return new OrderResult(OrderOutcome.SoldOut);

        await PrintReceiptAsync();
        item.Stock -= quantity;
        var order = new Order { Sku = sku, Quantity = quantity, Amount = amount, PlacedAt = clock.GetUtcNow() };
        db.Orders.Add(order);
        await db.SaveChangesAsync(CancellationToken.None);
        return new OrderResult(OrderOutcome.Accepted, order);
    }

    private static async Task PrintReceiptAsync() => await Task.Delay(ReceiptLatency);
}
