namespace Controlled;

/// <summary>A small program whose memory accesses are watched: a static method that answers a text, or a task of one.</summary>
/// <param name="outcomes">What it comes to over many schedules, each at least once and nothing else, as in <see cref="ProgramAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MemoryProgramAttribute(params string[] outcomes) : Attribute
{
    /// <summary>What it comes to.</summary>
    public IReadOnlyList<string> Outcomes { get; } = outcomes;

    /// <summary>
    /// The races in it, and no others, such as <c>Counter.Count: read|write</c>: the field, and what the comments <c>// @read</c> and <c>// @write</c> name at
    /// the ends of the two lines, in alphabetical order.
    /// </summary>
    public string[] Races { get; init; } = [];

    /// <summary>Whether accesses are scheduling points; without, they are looked at alone.</summary>
    public bool HasPoints { get; init; } = true;

    /// <summary>How many schedules show every outcome and every race.</summary>
    public int Schedules { get; init; } = 200;
}
