namespace Shop.Data;

/// <summary>What the shop sells on its first day.</summary>
public static class Catalogue
{
    public const int SkuMax = 500;

    /// <summary>Skus 1 to this one are limited editions: there is a single piece of each.</summary>
    public const int LimitedSkuMax = 100;

    private const int OrdinaryStock = 50;

    public static IEnumerable<StockItem> Items() => Enumerable.Range(1, SkuMax).Select(Item);

    private static StockItem Item(int sku)
    {
        var stock = sku <= LimitedSkuMax ? 1 : OrdinaryStock;
        return new StockItem { Sku = sku, ListPrice = 9.95m + sku % 90, Stock = stock, InitialStock = stock };
    }
}
