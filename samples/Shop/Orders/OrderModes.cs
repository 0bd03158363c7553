namespace Shop.Orders;

/// <summary>The values of <c>Shop:Orders</c>.</summary>
public static class OrderModes
{
    public const string Direct = "direct";
    public const string Reserving = "reserving";

    public static IReadOnlyList<string> All { get; } = [Direct, Reserving];
}
