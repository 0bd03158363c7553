namespace Controlled.Statics;

/// <summary>Static state that a test wants to keep.</summary>
public static class KeptCounter
{
    private static int s_count;

    public static int Next() => ++s_count;
}
