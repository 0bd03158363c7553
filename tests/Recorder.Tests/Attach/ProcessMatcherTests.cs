using NUnit.Framework;
using ReplayKit.Recorder.Attach;

namespace Recorder.Tests.Attach;

public sealed class ProcessMatcherTests
{
    private static readonly DotnetProcess s_shop = Process(11, "Shop", "/usr/bin/dotnet /srv/shop/Shop.dll --urls http://*:80");
    private static readonly DotnetProcess s_shopAdmin = Process(12, "Shop.Admin", "/srv/admin/Shop.Admin --verbose");
    private static readonly DotnetProcess s_tool = Process(13, "dotnet", "dotnet run --project Shop");

    [TestCase("Shop", 11)]
    [TestCase("Shop.dll", 11)]
    [TestCase("shop", 11)]
    [TestCase("Shop.Admin", 12)]
    [TestCase("admin", 12)]
    public void Name_finds_the_process_it_fits_best(string name, int processId) =>
        Assert.That(ProcessMatcher.Find(name, [s_shopAdmin, s_shop, s_tool]).ProcessId, Is.EqualTo(processId));

    [Test]
    public void Name_of_several_tells_them_with_their_pids()
    {
        var failure = Assert.Throws<AttachException>(() => ProcessMatcher.Find("dotnet", [s_shop, s_shopAdmin, s_tool]))!;
        Assert.That(failure.Cause, Is.EqualTo(AttachFailure.AmbiguousName));
        Assert.That(failure.Message, Is.EqualTo("2 processes fit the name 'dotnet': Shop (pid 11), dotnet (pid 13)."));
        Assert.That(failure.WhatToDo, Does.Contain("--pid"));
    }

    [Test]
    public void Part_of_several_names_is_ambiguous() =>
        Assert.That(Assert.Throws<AttachException>(() => ProcessMatcher.Find("sho", [s_shop, s_shopAdmin]))!.Cause, Is.EqualTo(AttachFailure.AmbiguousName));

    [Test]
    public void Name_of_none_tells_what_is_running()
    {
        var failure = Assert.Throws<AttachException>(() => ProcessMatcher.Find("Stock", [s_shop]))!;
        Assert.That(failure.Cause, Is.EqualTo(AttachFailure.NoSuchName));
        Assert.That(failure.Message, Is.EqualTo("No .NET process is called 'Stock'; running are Shop (pid 11)."));
    }

    [Test]
    public void Long_list_of_candidates_is_cut_and_counted()
    {
        var many = Enumerable.Range(1, 20).Select(static id => Process(id, "Shop", "dotnet Shop.dll"));
        Assert.That(Assert.Throws<AttachException>(() => ProcessMatcher.Find("Shop", [.. many]))!.Message, Does.EndWith("Shop (pid 8) and 12 more."));
    }

    [TestCase("dotnet run --project Shop", true)]
    [TestCase("/usr/bin/dotnet test", true)]
    [TestCase("dotnet Shop.dll run", false)]
    [TestCase("/srv/Shop run", false)]
    [TestCase("", false)]
    public void Launcher_is_told_from_a_program(string commandLine, bool isLauncher) =>
        Assert.That(CommandLineNames.IsLauncher(commandLine), Is.EqualTo(isLauncher));

    [TestCase("/usr/bin/dotnet exec --depsfile x.json /srv/testhost.dll --port 1", "testhost")]
    [TestCase("/srv/Shop.Admin --verbose", "Shop.Admin")]
    [TestCase("\"C:\\srv\\Shop.exe\"", "Shop")]
    [TestCase("dotnet \"/srv/my shop/Shop.dll\" --urls x", "Shop")]
    [TestCase("", "")]
    public void Command_line_names_its_program(string commandLine, string name) => Assert.That(CommandLineNames.Best(commandLine), Is.EqualTo(name));

    private static DotnetProcess Process(int id, string name, string commandLine) => new(id, name, commandLine, "10.0.0", "Linux", "x64");
}
