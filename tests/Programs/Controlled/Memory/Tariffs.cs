namespace Controlled.Memory;

/// <summary>A table that whoever needs it first makes.</summary>
internal static class Tariffs
{
    private static readonly Dictionary<string, int> s_prices = Make();

    public static int Of(string zone) => s_prices[zone];

    private static Dictionary<string, int> Make()
    {
        var prices = new Dictionary<string, int>();
        prices["near"] = 3;
        prices["far"] = 7;
        return prices;
    }
}
