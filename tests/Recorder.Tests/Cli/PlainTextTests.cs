using NUnit.Framework;
using ReplayKit.Recorder.Cli;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class PlainTextTests
{
    [Test]
    public void Clean_escape_sequence_does_not_reach_the_terminal() =>
        Assert.That(SafeText.Clean("/a\u001b[2J\nb\u202Ec"), Is.EqualTo("/a\\u001B[2J\\u000Ab\\u202Ec"));

    [Test]
    public void Clean_ordinary_text_stays() => Assert.That(SafeText.Clean("GET /preis/münchen → ok"), Is.EqualTo("GET /preis/münchen → ok"));

    [TestCase("traces/price-cache", "traces/price-cache")]
    [TestCase("my file.rktrace", "'my file.rktrace'")]
    [TestCase("it's", @"'it'\''s'")]
    [TestCase("", "''")]
    [TestCase("$HOME", "'$HOME'")]
    public void Quote_argument_survives_a_shell(string argument, string expected) => Assert.That(ShellText.Quote(argument), Is.EqualTo(expected));

    [TestCase("/usr/bin/dotnet /srv/shop/bin/Shop.dll --urls http://127.0.0.1:5000/x", "dotnet Shop.dll --urls http://127.0.0.1:5000/x")]
    [TestCase("/srv/shop/Shop", "Shop")]
    [TestCase("", "")]
    public void Shorten_command_line_leaves_out_folders(string commandLine, string expected) =>
        Assert.That(CommandLineText.Shorten(commandLine), Is.EqualTo(expected));

    [Test]
    public void Shorten_long_command_line_is_cut() =>
        Assert.That(CommandLineText.Shorten("Shop " + new string('x', 200)), Has.Length.EqualTo(CommandLineText.LengthMax).And.EndsWith("…"));

    [Test]
    public void Table_flexible_column_is_cut_to_the_width()
    {
        var (terminal, output) = Sink(width: 30);
        var table = new TextTable(new("n", IsRightAligned: true), new("request", IsFlexible: true), new("status", IsRightAligned: true));
        table.Add("1", "GET /a/rather/long/path/indeed", "200");
        table.Add("10", "GET /b", "404");
        table.Write(terminal, indent: 2);
        Assert.That(output.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            "   n  request           status\n"
            + "   1  GET /a/rather/l…     200\n"
            + "  10  GET /b               404\n"));
    }

    [Test]
    public void Table_without_a_limit_cuts_nothing()
    {
        var (terminal, output) = Sink(width: int.MaxValue);
        var table = new TextTable(new TextColumn("request", IsFlexible: true));
        table.Add(new string('x', 500));
        table.Write(terminal, indent: 0);
        Assert.That(output.ToString(), Does.Contain(new string('x', 500)));
    }

    private static (Terminal Terminal, StringWriter Output) Sink(int width)
    {
        var output = new StringWriter();
        return (new Terminal(output, TextWriter.Null, IsInteractive: false, width), output);
    }
}
