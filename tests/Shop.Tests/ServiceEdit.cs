namespace Shop.Tests;

/// <summary>An edit of the shop, as people make them between an incident and its fix.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Changes">The replacements that do it.</param>
public sealed record ServiceEdit(string Name, params SourceChange[] Changes)
{
    /// <summary>Whether the edit moves no scheduling point, so that a pinned schedule fits to the letter.</summary>
    public bool KeepsSchedules { get; init; }

    private const string Cache = "Prices/PriceCache.cs";
    private const string Source = "Prices/PriceSource.cs";
    private const string Orders = "Orders/OrderService.cs";

    private static readonly SourceChange CacheFetch = new(Cache, "price = await source.FetchAsync(sku, cancellationToken);", "");
    private static readonly SourceChange Charge = new(Orders, "if (!await payments.ChargeAsync(amount, cancellationToken))", "");

    public static IEnumerable<ServiceEdit> All =>
    [
        new("await inserted before",
            CacheFetch with { New = "await Task.Yield();\n        price = await source.FetchAsync(sku, cancellationToken);" },
            Charge with { New = "await Task.Delay(1, cancellationToken);\n        if (!await payments.ChargeAsync(amount, cancellationToken))" }),
        new("await inserted after",
            CacheFetch with { New = "price = await source.FetchAsync(sku, cancellationToken);\n        await Task.Yield();" },
            new SourceChange(Orders, "item.Stock -= quantity;", "await Task.Delay(1, CancellationToken.None);\n        item.Stock -= quantity;")),
        new("method extracted",
            CacheFetch with { New = "price = await FetchAndTellAsync(sku, cancellationToken);" },
            new SourceChange(
                Cache,
                "    public async Task<decimal> GetAsync(",
                "    private async Task<decimal> FetchAndTellAsync(int sku, CancellationToken cancellationToken)\n    {\n        var price = await source.FetchAsync(sku, cancellationToken);\n        return price;\n    }\n\n    public async Task<decimal> GetAsync("),
            Charge with { New = "if (!await PayAsync(amount, cancellationToken))" },
            new SourceChange(
                Orders,
                "    public async Task<OrderResult> PlaceAsync(",
                "    private async Task<bool> PayAsync(decimal amount, CancellationToken cancellationToken)\n    {\n        return await payments.ChargeAsync(amount, cancellationToken);\n    }\n\n    public async Task<OrderResult> PlaceAsync(")),
        new("log line added",
            CacheFetch with { New = "Console.Error.WriteLine($\"fetching {sku}\");\n        price = await source.FetchAsync(sku, cancellationToken);" },
            Charge with { New = "logger.LogInformation(\"Charging {Amount}\", amount);\n        if (!await payments.ChargeAsync(amount, cancellationToken))" }) { KeepsSchedules = true },
        new("parameter renamed",
            new SourceChange(Cache, "sku", "article"),
            new SourceChange("Prices/IPriceCache.cs", "int sku", "int article"),
            new SourceChange("Prices/SingleFlightPriceCache.cs", "sku", "article"),
            new SourceChange(Orders, "quantity", "pieces"),
            new SourceChange("Orders/IOrderService.cs", "int quantity", "int pieces"),
            new SourceChange("Orders/ReservingOrderService.cs", "quantity", "pieces")) { KeepsSchedules = true },
        new("method renamed",
            new SourceChange(Source, "FetchAsync", "DownloadAsync"),
            new SourceChange(Cache, "FetchAsync", "DownloadAsync"),
            new SourceChange("Prices/SingleFlightPriceCache.cs", "FetchAsync", "DownloadAsync")),
    ];

    public override string ToString() => Name;
}
