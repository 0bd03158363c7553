namespace ControlPrograms;

/// <summary>What a program's end must be in every schedule: a control that breaks a program is no faster for it.</summary>
internal static class Expect
{
    public static void Equal(int expected, int actual) => Between(expected, expected, actual);

    public static void Between(int low, int high, int actual)
    {
        if (actual < low || actual > high) throw new InvalidOperationException($"{actual} is not within {low} and {high}.");
    }
}
