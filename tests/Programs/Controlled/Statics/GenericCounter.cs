namespace Controlled.Statics;

/// <summary>Static state of a generic type: each instance has its own.</summary>
internal static class GenericCounter<T>
{
    private static int s_count;

    public static string Next() => $"{++s_count}";
}
