namespace Controlled.Statics;

/// <summary>Counts by type.</summary>
public static class GenericCounters
{
    public static string Next<T>() => GenericCounter<T>.Next();
}
