using RecorderTarget;

// A program that is no service, for tests of what is recorded without requests.
if (args is ["worker", .. var rounds]) return await Worker.RunAsync(rounds is [var count] ? int.Parse(count) : null);

// Starts itself as a process of its own, as `dotnet run` starts a program.
if (args is ["launch", .. var rest])
{
    using var child = System.Diagnostics.Process.Start(Environment.ProcessPath!, [typeof(Kitchen).Assembly.Location, .. rest]);
    await child.WaitForExitAsync();
    return child.ExitCode;
}

// A small service that keeps a journal of its own steps, so that a test can compare what the recorder says with what happened.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddSingleton<Journal>();
builder.Services.AddSingleton<Kitchen>();
builder.Services.AddHttpClient();
var app = builder.Build();

app.MapGet("/chain", async (int id, Kitchen kitchen) => await kitchen.OuterAsync(id));
app.MapGet("/outgoing", async (int id, Kitchen kitchen) => await kitchen.CallOutAsync(id));
app.MapGet("/leaf", async (int id, Kitchen kitchen) => await kitchen.LeafAsync(id));
app.MapGet("/boom", async (int id, Kitchen kitchen) => await kitchen.FailAsync(id));
app.MapGet("/run", async (int id, Kitchen kitchen) => await kitchen.RunAsync(id));
app.MapGet("/turn", async (int id, Kitchen kitchen) => await kitchen.TakeTurnAsync(id));
app.MapGet("/sync", (int id) => id);
app.MapGet("/gc", (int id) =>
{
    GC.Collect();
    return id;
});
app.MapGet("/burst", async (int id, int count) =>
{
    for (var i = 0; i < count; i++) await Task.Yield();
    return id;
});
app.MapGet("/contend", async (int id, Kitchen kitchen) => await kitchen.ContendAsync(id));
app.MapGet("/status", (int id, int code) => Results.StatusCode(code));
app.MapGet("/database", (int id) => DatabaseClients.Tell(id));
app.MapGet("/never", async (int id, CancellationToken aborted) =>
{
    await Task.Delay(Timeout.Infinite, aborted);
    return id;
});
app.MapPost("/echo", async (HttpRequest request) =>
{
    using var reader = new StreamReader(request.Body);
    return await reader.ReadToEndAsync();
});
app.MapGet("/journal", (Journal journal) => journal.Read());

await app.StartAsync();
app.Services.GetRequiredService<Kitchen>().Address = app.Urls.First();
Console.WriteLine(app.Urls.First());
await app.WaitForShutdownAsync();
return 0;
