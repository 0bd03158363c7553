using Shop;
using Shop.Data;
using Shop.Orders;
using Shop.Prices;
using Shop.Probes;
using Shop.Stats;
using Shop.Upstream;

var builder = WebApplication.CreateBuilder(args);
builder.Logging
    .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
    .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<UpstreamFailureHandler>();
builder.Services.AddShopOptions();
builder.Services.AddShopDatabase();
builder.Services.AddUpstream();
builder.Services.AddPrices();
builder.Services.AddOrders();

var app = builder.Build();
app.Services.GetRequiredService<ShopDatabase>().Create();

app.UseExceptionHandler();
app.MapPrices();
app.MapOrders();
app.MapStats();
app.MapProbes();
app.Run();

public partial class Program;
