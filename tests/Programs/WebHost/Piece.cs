namespace WebHost;

/// <summary>A row: how many of an item are left.</summary>
public sealed class Piece
{
    public int Id { get; set; }

    public int Left { get; set; }
}
