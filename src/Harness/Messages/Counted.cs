namespace ReplayKit.Messages;

/// <summary>Writes how many there are of something.</summary>
internal static class Counted
{
    public static string Of(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
