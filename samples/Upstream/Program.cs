using Upstream;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddOptions<LatencyOptions>().BindConfiguration("Latency").ValidateDataAnnotations().ValidateOnStart();

if (!LoopbackUrls.TryRead(builder.Configuration, out var urls, out var refusal))
{
    Console.Error.WriteLine(refusal);
    return 2;
}

builder.WebHost.UseUrls(urls);
var app = builder.Build();
app.MapPrices();
app.MapPayments();
app.Run();
return 0;

// Internal, so that a test project can refer to the shop's Program and to this assembly.
internal sealed partial class Program;
