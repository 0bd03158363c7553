namespace FailingFixtures;

/// <summary>Counts what outlives a schedule: in the framework, whose static fields are not made fresh.</summary>
internal static class Outliving
{
    public static int Of(string name) => AppContext.GetData(name) as int? ?? 0;

    /// <summary>The count before this call.</summary>
    public static int Next(string name)
    {
        var count = Of(name);
        AppContext.SetData(name, count + 1);
        return count;
    }
}
