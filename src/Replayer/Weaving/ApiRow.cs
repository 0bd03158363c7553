namespace ReplayKit.Replayer.Weaving;

/// <summary>One row of the control list: a member of the framework, with all its overloads.</summary>
/// <param name="Type">Full name of the type as metadata writes it, such as <c>System.Threading.Tasks.Task`1</c>.</param>
/// <param name="Member">Name of the member as metadata writes it (<c>get_Result</c>, <c>.ctor</c>), or <c>*</c> for every member that has no row of its own.</param>
/// <param name="Control">What becomes of it.</param>
public sealed record ApiRow(string Type, string Member, ApiControl Control)
{
    /// <summary>Class of hooks, in <c>ReplayKit.Hooks</c>, that woven code calls instead; empty where the member is called as it is.</summary>
    /// <remarks>
    /// Its method has the member's name (<c>Create</c> for a constructor), the receiver as its first parameter (by reference for a struct), the
    /// member's parameters, and then, if it wants to know, the call's site as a string. Type parameters of the type come before the method's own.
    /// </remarks>
    public string Hooks { get; init; } = "";

    /// <summary>Why overloads without a hook are right as they are; empty where every overload has one.</summary>
    public string Others { get; init; } = "";

    /// <summary>Why nothing needs to be done, or why it is refused; for a member with hooks, what is worth knowing. One sentence without its stop.</summary>
    public string Reason { get; init; } = "";
}
