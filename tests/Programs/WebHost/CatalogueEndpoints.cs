namespace WebHost;

/// <summary>An answer that the framework keeps.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this WebApplication app)
    {
        var made = 0;
        app.MapGet("/catalogue", async () =>
        {
            var number = Interlocked.Increment(ref made);
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            return $"catalogue {number}";
        }).CacheOutput();
    }
}
