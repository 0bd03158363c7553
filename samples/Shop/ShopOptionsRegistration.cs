using Shop.Orders;
using Shop.Prices;

namespace Shop;

public static class ShopOptionsRegistration
{
    /// <summary>Binds <see cref="ShopOptions"/> and refuses to start with a mode that does not exist.</summary>
    public static void AddShopOptions(this IServiceCollection services) =>
        services.AddOptions<ShopOptions>()
            .BindConfiguration("Shop")
            .Validate(o => PriceModes.All.Contains(o.PriceMode), $"Shop:Prices must be one of: {string.Join(", ", PriceModes.All)}.")
            .Validate(o => OrderModes.All.Contains(o.OrderMode), $"Shop:Orders must be one of: {string.Join(", ", OrderModes.All)}.")
            .ValidateOnStart();
}
