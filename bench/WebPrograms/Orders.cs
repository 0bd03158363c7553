namespace WebPrograms;

/// <summary>Takes orders, for one request.</summary>
public sealed class Orders(Stock stock)
{
    public async Task<Level> PlaceAsync(Order order)
    {
        await Task.Yield();
        return new Level(await stock.TakeAsync(order.Quantity), stock.Sold);
    }
}
