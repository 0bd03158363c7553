using System.Text;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Writes the control list as a page: docs/control.md.</summary>
public static class ControlPage
{
    private const string Opening =
        """
        # What is controlled

        What becomes of each member of .NET that has to do with time, chance, threads and tasks, when woven code calls it while a replay or an exploration runs. Outside of one, a hook does what the member does.
        This page is made from the control list (`src/Replayer/Weaving/ApiTable.cs`) by `eng/control-page.sh`; a test keeps it current, and another one fails when a public member of `System.Threading*` or `System.Timers` is in no row.

        | | meaning |
        |---|---|
        | controlled | our model decides: the call is a scheduling point, or starts, wakes or waits for something that the scheduler decides about |
        | virtualised | it runs on virtual time, or on chance that comes from the seed |
        | harmless | it neither waits nor starts anything, and is left as it is |
        | refused | it is not controlled, for the reason given; the weave report names each place |

        Awaits are controlled on any awaiter, of any builder: they are woven where they stand and are in no row.
        """;

    /// <summary>The page.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Opening).AppendLine().AppendLine();
        foreach (var (family, rows) in ApiTable.Families) Append(text, family, rows);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, string family, IReadOnlyList<ApiRow> rows)
    {
        text.AppendLine($"## {family}").AppendLine().AppendLine("| type | members | | |").AppendLine("|---|---|---|---|");
        foreach (var group in rows.GroupBy(static row => (row.Type, row.Control, row.Reason)))
        {
            var members = string.Join(", ", group.Select(static row => $"`{MemberName(row.Member)}`"));
            text.AppendLine($"| `{TypeName(group.Key.Type)}` | {members} | {Word(group.Key.Control)} | {group.Key.Reason} |");
        }

        text.AppendLine();
    }

    private static string Word(ApiControl control) => control switch
    {
        ApiControl.Controlled => "controlled",
        ApiControl.Virtualised => "virtualised",
        ApiControl.Harmless => "harmless",
        ApiControl.Refused => "refused",
        _ => throw new InvalidOperationException($"No word for {control}."),
    };

    // "System.Threading.Tasks.Task`1" as people write it.
    private static string TypeName(string type)
    {
        var tick = type.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return type.Replace('/', '.');
        var arity = type[tick + 1] - '0';
        return $"{type[..tick]}<{new string(',', arity - 1)}>{type[(tick + 2)..].Replace('/', '.')}";
    }

    private static string MemberName(string member) => member switch
    {
        ".ctor" => "new",
        "*" => "all others",
        _ when member.StartsWith("get_", StringComparison.Ordinal) => member["get_".Length..],
        _ when member.StartsWith("set_", StringComparison.Ordinal) => $"{member["set_".Length..]} =",
        _ => member,
    };
}
