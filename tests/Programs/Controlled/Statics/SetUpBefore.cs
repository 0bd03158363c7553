namespace Controlled.Statics;

/// <summary>Static state that a test sets up before it explores.</summary>
public static class SetUpBefore
{
    public static readonly Dictionary<string, int> Orders = [];

    public static int Limit { get; set; } = 3;

    public static string Name { get; set; } = "";
}
