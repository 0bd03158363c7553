using Microsoft.EntityFrameworkCore;

namespace Shop.Data;

public static class ShopDatabaseRegistration
{
    public static void AddShopDatabase(this IServiceCollection services)
    {
        services.AddSingleton<ShopDatabase>();
        services.AddDbContext<ShopDb>((provider, options) =>
            options.UseSqlite(provider.GetRequiredService<ShopDatabase>().ConnectionString));
    }
}
