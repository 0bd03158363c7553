namespace WebPrograms;

/// <summary>What is asked of the service in each schedule: three orders at once, then what is left. Updates are lost, which each schedule shows or not.</summary>
public static class Traffic
{
    private const int OrderCount = 3;

    /// <summary>Fills the stock, asks, and checks the end.</summary>
    /// <param name="client">A client of the service.</param>
    public static async Task RunAsync(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        (await client.PostAsync(new Uri("/fill", UriKind.Relative), null)).EnsureSuccessStatusCode();
        await Task.WhenAll(Enumerable.Range(0, OrderCount).Select(_ => OrderAsync(client)));
        var level = await client.GetFromJsonAsync<Level>(new Uri("/stock", UriKind.Relative));
        if (level!.Sold != OrderCount || level.Left < Stock.Full - OrderCount || level.Left >= Stock.Full)
            throw new InvalidOperationException($"{level} is not what three orders can leave.");
    }

    private static async Task OrderAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync(new Uri("/orders", UriKind.Relative), new Order(1));
        response.EnsureSuccessStatusCode();
    }
}
