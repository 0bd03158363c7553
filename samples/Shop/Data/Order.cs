namespace Shop.Data;

/// <summary>An accepted, paid order.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public int Sku { get; set; }

    public int Quantity { get; set; }

    public decimal Amount { get; set; }

    public DateTimeOffset PlacedAt { get; set; }
}
