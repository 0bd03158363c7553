namespace Shop.Orders;

public interface IOrderService
{
    /// <summary>Sells a quantity of an article: takes the payment and keeps the order, or says why not.</summary>
    Task<OrderResult> PlaceAsync(int sku, int quantity, CancellationToken cancellationToken);
}
