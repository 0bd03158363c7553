namespace Controlled;

/// <summary>A small concurrent program for one member of the control list: a static method that answers a text, or a task of one.</summary>
/// <param name="covers">The row of the list, as <c>Namespace.Type::Member</c>.</param>
/// <param name="outcomes">
/// What it comes to over many schedules, each at least once and nothing else: its answers, <c>deadlock</c>, or <c>throws TypeName</c>.
/// One outcome makes it a passing program, several (or a deadlock) a failing one.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramAttribute(string covers, params string[] outcomes) : Attribute
{
    /// <summary>The row of the list.</summary>
    public string Covers { get; } = covers;

    /// <summary>What it comes to.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes;

    /// <summary>Further rows that it covers.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>How many schedules show every outcome; the chance of a miss is that of the rarest outcome, to this power.</summary>
    public int Schedules { get; init; } = 200;

    /// <summary>Whether accesses of fields and collections are scheduling points.</summary>
    public bool HasMemoryPoints { get; init; }
}
