using System.Reflection;
using Controlled;
using NUnit.Framework;
using ReplayKit.Replayer.Weaving;

namespace Control.Tests;

/// <summary>Each member that is controlled or virtualised is shown by programs: by one that uses it well, and by one in which the order of steps decides.</summary>
internal sealed class CoverageTests
{
    private static readonly ILookup<string, ProgramAttribute> s_programs = typeof(ProgramAttribute).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Select(static method => method.GetCustomAttribute<ProgramAttribute>())
        .OfType<ProgramAttribute>()
        .SelectMany(static program => program.Also.Prepend(program.Covers).Select(row => (Row: row, Program: program)))
        .ToLookup(static cover => cover.Row, static cover => cover.Program);

    private static IEnumerable<string> Shown =>
        ApiTable.Rows.Where(static row => row.Control is ApiControl.Controlled or ApiControl.Virtualised).Select(static row => $"{row.Type}::{row.Member}");

    [Test]
    public void Every_row_has_a_program_that_passes() => Assert.That(Shown.Where(static row => s_programs[row].All(IsFailing)), Is.Empty);

    [Test]
    public void Every_row_has_a_program_that_fails() => Assert.That(Shown.Where(static row => !s_programs[row].Any(IsFailing)), Is.Empty);

    [Test]
    public void Programs_name_members_that_rows_decide_about()
    {
        var rows = ApiTable.Rows.Select(static row => $"{row.Type}::{row.Member}").ToHashSet(StringComparer.Ordinal);
        Assert.That(s_programs.Select(static programs => programs.Key).Where(member => !rows.Contains(member) && !rows.Contains($"{member.Split("::")[0]}::*")), Is.Empty);
    }

    // Several outcomes: which of them, the schedule decides. One that is a failure is a bug that every schedule shows.
    private static bool IsFailing(ProgramAttribute program) =>
        program.Outcomes.Count > 1 || program.Outcomes[0] == "deadlock" || program.Outcomes[0].StartsWith("throws ", StringComparison.Ordinal);
}
