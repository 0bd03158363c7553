using Microsoft.EntityFrameworkCore;

namespace Shop.Data;

public sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<StockItem> Items => Set<StockItem>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StockItem>(item =>
        {
            item.HasKey(i => i.Sku);
            item.Property(i => i.Sku).ValueGeneratedNever();
        });
        modelBuilder.Entity<Order>().HasIndex(o => o.Sku);
    }
}
