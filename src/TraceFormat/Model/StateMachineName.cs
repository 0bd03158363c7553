using System.Text.RegularExpressions;

namespace ReplayKit.TraceFormat.Model;

/// <summary>Reads the name of a compiled state machine back into names of the source.</summary>
/// <remarks>
/// The compiler names the state machine of <c>GetAsync</c> <c>&lt;GetAsync&gt;d__3</c>, of a local function <c>&lt;&lt;Main&gt;g__Fetch|0_1&gt;d</c>
/// and of a lambda <c>&lt;&lt;Main&gt;b__0_2&gt;d</c>. The ordinals move with any edit of the file, so they are no part of an anchor.
/// </remarks>
public static partial class StateMachineName
{
    /// <summary>What stands for a lambda in a readable name.</summary>
    public const string Lambda = "lambda";

    /// <summary>
    /// The name that survives an edit: the method's name, <c>Method.LocalFunction</c> or <c>Method.lambda</c>.
    /// A name that no compiler made, such as <c>Task.Delay</c>, is returned as it is.
    /// </summary>
    public static string Readable(string bareName)
    {
        ArgumentNullException.ThrowIfNull(bareName);
        var machine = MachinePattern().Match(bareName);
        return machine.Success ? ReadMember(machine.Groups["inner"].Value) : bareName;
    }

    /// <summary>Whether a compiler named it: it is the state machine of an async method or iterator.</summary>
    public static bool IsStateMachine(string bareName)
    {
        ArgumentNullException.ThrowIfNull(bareName);
        return MachinePattern().IsMatch(bareName);
    }

    private static string ReadMember(string member)
    {
        var nested = NestedPattern().Match(member);
        if (!nested.Success) return member is "<Main>$" or "Main>$" ? "Main" : member;
        var outer = ReadMember(nested.Groups["outer"].Value);
        return nested.Groups["local"].Success ? $"{outer}.{nested.Groups["local"].Value}" : $"{outer}.{Lambda}";
    }

    // "<inner>d__3", "<inner>d", each with the arity mark of a generic state machine behind it.
    [GeneratedRegex(@"^<(?<inner>.+)>d(__\d+)?(`\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePattern();

    // "<outer>g__Local|0_1" and "<outer>b__0_2".
    [GeneratedRegex(@"^<(?<outer>.+?)>\$?(g__(?<local>[^|]+)\|[\d_]+|b__[\d_]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NestedPattern();
}
