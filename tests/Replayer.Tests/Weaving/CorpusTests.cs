using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;

namespace Replayer.Tests.Weaving;

[NonParallelizable]
public sealed class CorpusTests
{
    private const string NeedsControl = "OnlyUnderControl";

    private static IEnumerable<TestCaseData> Programs() =>
        from name in Corpus.Names
        from program in Corpus.Programs(Assembly.LoadFrom(Corpus.PathOf(name)))
        select new TestCaseData(name, program.DeclaringType!.FullName, program.Name).SetArgDisplayNames(name, program.Name);

    // Without control an hour takes an hour.
    private static IEnumerable<TestCaseData> ProgramsThatNeedNoControl() =>
        Programs().Where(static program => !((string)program.Arguments[2]!).StartsWith(NeedsControl, StringComparison.Ordinal));

    [TestCaseSource(nameof(ProgramsThatNeedNoControl))]
    public async Task Woven_program_answers_as_before_without_control(string assembly, string type, string name)
    {
        var expected = await Corpus.Start(Find(Corpus.Load(Corpus.PathOf(assembly)), type, name));
        Assert.That(await Corpus.Start(Find(Corpus.Weave(Corpus.PathOf(assembly)).Assembly, type, name)), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Programs))]
    public async Task Woven_program_answers_as_before_under_control(string assembly, string type, string name)
    {
        var expected = name.StartsWith(NeedsControl, StringComparison.Ordinal)
            ? TimeSpan.FromHours(1).ToString()
            : await Corpus.Start(Find(Corpus.Load(Corpus.PathOf(assembly)), type, name));
        var woven = Find(Corpus.Weave(Corpus.PathOf(assembly)).Assembly, type, name);
        var (answer, loop, outcome) = await ControlledRun.RunAsync(() => Corpus.Start(woven));
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Passed>(), answer);
        Assert.That(answer, Is.EqualTo(expected));
        Assert.That(loop.Steps, Has.Length.GreaterThan(1), "its awaits are scheduling points");
        loop.Dispose();
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Every_woven_method_compiles(string assembly)
    {
        foreach (var method in Methods(Corpus.Weave(Corpus.PathOf(assembly)).Assembly))
            Assert.That(() => RuntimeHelpers.PrepareMethod(method.MethodHandle), Throws.Nothing, $"{method.DeclaringType}.{method}");
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Report_and_sites_agree(string assembly)
    {
        var (woven, report) = Corpus.Weave(Corpus.PathOf(assembly));
        var sites = ReplayKit.Replayer.Control.BuildCatalogReader.Read([woven]);
        Assert.Multiple(() =>
        {
            Assert.That(report.HasSymbols);
            // Which overloads have hooks is the control list's business, not the weaver's.
            Assert.That(report.Skipped.Where(static site => site.Reason != "this overload has no hook" && !site.Method.Contains("Inheritance", StringComparison.Ordinal)), Is.Empty);
            Assert.That(report.Skipped.Count(static site => site.Method.Contains("Inheritance", StringComparison.Ordinal)), Is.EqualTo(4), "two constructors, a call and a delegate, all of base");
            Assert.That(woven.IsDefined(typeof(WovenAttribute)));
            Assert.That(report.Calls.Keys, Has.Some.EndsWith("Task::Delay"));
            Assert.That(sites.SitesOf("DelayAsMethodGroup"), Has.Length.EqualTo(1));
        });
        var site = sites.SitesOf("ShortDelays")[2];
        Assert.Multiple(() =>
        {
            Assert.That(site.DeclaringType, Is.EqualTo("WeaveCorpus.Clock"));
            Assert.That(site.Ordinal, Is.EqualTo(2));
            Assert.That(site.Awaited, Is.EqualTo("Delay"));
            Assert.That(Path.GetFileName(site.File), Is.EqualTo("Clock.cs"));
            Assert.That(File.ReadAllLines(site.File)[site.Line - 1], Does.Contain("await Task.Delay(TimeSpan.FromMilliseconds(1));"));
        });
    }

    private static MethodInfo Find(Assembly assembly, string type, string name) => assembly.GetType(type)!.GetMethod(name)!;

    private static IEnumerable<MethodBase> Methods(Assembly assembly)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return assembly.GetTypes()
            .Where(static type => !type.ContainsGenericParameters)
            .SelectMany(static type => type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
            .Where(static method => !method.IsAbstract && !method.ContainsGenericParameters);
    }
}
