using Microsoft.EntityFrameworkCore;

namespace WebHost;

/// <summary>The database.</summary>
public sealed class Store(DbContextOptions<Store> options) : DbContext(options)
{
    /// <summary>How many of the first item there are at first.</summary>
    public const int LeftAtFirst = 10;

    public DbSet<Piece> Pieces => Set<Piece>();
}
