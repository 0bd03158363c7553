using WebHost;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddStore();
builder.Services.AddControllers();
builder.Services.AddPrices();
builder.Services.AddHeartbeat();
builder.Services.AddOutputCache();
builder.Services.AddLimits();

var app = builder.Build();
app.CreateStore();
app.UseRateLimiter();
app.UseOutputCache();
app.MapControllers();
app.MapStock();
app.MapPrices();
app.MapHeartbeat();
app.MapCatalogue();
app.Run();

public partial class Program;
