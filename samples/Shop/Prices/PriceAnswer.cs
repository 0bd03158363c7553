namespace Shop.Prices;

/// <summary>A price as the upstream answers it, and as the shop passes it on.</summary>
public sealed record PriceAnswer(int Sku, decimal Price);
