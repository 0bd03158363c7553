namespace Controlled;

/// <summary>Lets virtual time pass on a blocked stack.</summary>
internal static class Pause
{
    public static void For(int milliseconds)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(milliseconds);
    }
}
