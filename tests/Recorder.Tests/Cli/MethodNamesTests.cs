using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class MethodNamesTests
{
    private const string Get = "<GetAsync>d__3";

    [Test]
    public void Readable_one_candidate_names_its_type() =>
        Assert.That(Names(Method(Get, "Shop.Prices.PriceCache", "GetAsync")).Readable(Get), Is.EqualTo("PriceCache.GetAsync"));

    [Test]
    public void Readable_several_candidates_names_all_their_types() =>
        Assert.That(
            Names(Method(Get, "Shop.PriceCache", "GetAsync"), Method(Get, "Shop.StockCache", "GetAsync")).Readable(Get),
            Is.EqualTo("GetAsync (PriceCache or StockCache)"));

    [Test]
    public void Readable_many_candidates_counts_them()
    {
        AsyncMethod[] four = [.. Enumerable.Range(1, 4).Select(n => Method(Get, $"Shop.Cache{n}", "GetAsync"))];
        Assert.That(Names(four).Readable(Get), Is.EqualTo("GetAsync (one of 4 types)"));
    }

    [Test]
    public void Readable_service_method_comes_before_framework_method_of_the_same_name() =>
        Assert.That(
            Names(Method(Get, "System.Net.Http.Pool", "GetAsync", isFramework: true), Method(Get, "Shop.PriceCache", "GetAsync")).Readable(Get),
            Is.EqualTo("PriceCache.GetAsync"));

    [Test]
    public void Readable_nested_generic_type_keeps_names_without_arity() =>
        Assert.That(Names(Method(Get, "Shop.Cache`1+Entry`2", "GetAsync")).Readable(Get), Is.EqualTo("Cache.Entry.GetAsync"));

    [TestCase(Get, "GetAsync")]
    [TestCase("Task.Delay", "Task.Delay")]
    [TestCase("", "")]
    public void Readable_unresolved_name_is_read_as_far_as_it_goes(string bareName, string expected) =>
        Assert.That(Names().Readable(bareName), Is.EqualTo(expected));

    [Test]
    public void IsFramework_is_true_only_when_every_candidate_is()
    {
        var names = Names(
            Method("<A>d__1", "System.X", "A", isFramework: true),
            Method("<B>d__1", "System.X", "B", isFramework: true), Method("<B>d__1", "Shop.X", "B"));
        Assert.That((names.IsFramework("<A>d__1"), names.IsFramework("<B>d__1"), names.IsFramework("<C>d__1")), Is.EqualTo((true, false, false)));
    }

    private static MethodNames Names(params AsyncMethod[] methods) => new([.. methods]);

    private static AsyncMethod Method(string bareName, string type, string method, bool isFramework = false) =>
        new(bareName, "Shop", type, method, isFramework);
}
