namespace Controlled.Statics;

/// <summary>Static state that nothing touches before a schedule does.</summary>
public static class FirstUsedInside
{
    private static readonly Dictionary<string, int> s_orders = [];
    private static readonly Lazy<List<int>> s_lazy = new(() => []);
    private static readonly string s_name = Made.Name;
    private static int s_count;

    public static async Task<string> UseAsync()
    {
        s_count++;
        s_orders[$"{s_orders.Count}"] = 1;
        var wasLazy = !s_lazy.IsValueCreated;
        s_lazy.Value.Add(1);
        await Task.Yield();
        return $"{s_count} {s_orders.Count} {wasLazy} {s_name == Made.Name} {s_lazy.Value.Count}";
    }
}
