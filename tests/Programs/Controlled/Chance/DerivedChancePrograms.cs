namespace Controlled.Chance;

internal static class DerivedChancePrograms
{
    [Program("System.Random::.ctor", "2 or more")]
    public static string Class_of_the_programs_own_keeps_its_overrides()
    {
        var dice = new LoadedDice();
        return Enumerable.Range(0, 100).All(_ => dice.Next(1, 7) is >= 2 and <= 6) ? "2 or more" : "1";
    }
}
