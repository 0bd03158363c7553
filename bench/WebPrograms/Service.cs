namespace WebPrograms;

/// <summary>A small service: a minimal API on what it keeps in memory, with services from the container and JSON.</summary>
public static class Service
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Stock>();
        builder.Services.AddScoped<Orders>();
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/fill", static (Stock stock) => stock.Fill());
        app.MapPost("/orders", static (Order order, Orders orders) => orders.PlaceAsync(order));
        app.MapGet("/stock", static (Stock stock) => new Level(stock.Left, stock.Sold));
    }
}
