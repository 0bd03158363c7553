namespace Shop.Data;

/// <summary>An article and how many of it are left.</summary>
public sealed class StockItem
{
    public int Sku { get; set; }

    /// <summary>What an order is charged per piece.</summary>
    public decimal ListPrice { get; set; }

    /// <summary>Pieces left.</summary>
    public int Stock { get; set; }

    /// <summary>Pieces there were at the start.</summary>
    public int InitialStock { get; set; }
}
