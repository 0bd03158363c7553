using Shop.Orders;
using Shop.Prices;

namespace Shop;

/// <summary>The section <c>Shop</c> of the configuration: which implementation serves prices and orders.</summary>
public sealed class ShopOptions
{
    /// <summary>Uses the corrected implementation of every feature that is not chosen by name.</summary>
    public bool Fixed { get; set; }

    /// <summary>One of <see cref="PriceModes"/>; empty follows <see cref="Fixed"/>.</summary>
    public string Prices { get; set; } = "";

    /// <summary>One of <see cref="OrderModes"/>; empty follows <see cref="Fixed"/>.</summary>
    public string Orders { get; set; } = "";

    /// <summary>The mode in force for prices.</summary>
    public string PriceMode => Prices.Length > 0 ? Prices : Fixed ? PriceModes.SingleFlight : PriceModes.Cached;

    /// <summary>The mode in force for orders.</summary>
    public string OrderMode => Orders.Length > 0 ? Orders : Fixed ? OrderModes.Reserving : OrderModes.Direct;
}
