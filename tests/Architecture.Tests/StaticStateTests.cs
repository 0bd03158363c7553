using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class StaticStateTests
{
    [Test]
    public void Src_holds_no_mutable_static_state_but_the_slot_of_the_control() =>
        Assert.That(
            BuiltAssemblies.All.SelectMany(StaticStateRules.MutableStatics).ToArray(), Is.EqualTo(new[] { "ReplayKit.Hooks.Control._installed can be assigned" }));

    [TestCase("static int s_count;")]
    [TestCase("public static string? Name { get; set; }")]
    [TestCase("[ThreadStatic] static bool s_entered;")]
    [TestCase("static readonly int[] s_sizes = [1, 2];")]
    [TestCase("static readonly string[] s_names = [\"a\"];")]
    [TestCase("static readonly List<string> s_names = [];")]
    [TestCase("static readonly IReadOnlyList<string> s_names = new List<string>();")]
    [TestCase("static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> s_cache = new();")]
    [TestCase("static readonly System.Collections.Immutable.ImmutableArray<int[]> s_rows = [];")]
    [TestCase("static readonly AsyncLocal<int> s_flowing = new();")]
    [TestCase("static readonly Holder s_holder = new(); class Holder { public int Value; }")]
    [TestCase("static readonly Holder s_holder = new(new Inner()); record Holder(Inner I); class Inner { public string? Text { get; set; } }")]
    public void MutableStatics_mutable_state_is_found(string member) =>
        Assert.That(StaticStateRules.MutableStatics(Snippet.Compile("Sample", $"public class Sample {{ {member} }}")), Has.Exactly(1).StartsWith("Sample."));

    [TestCase("const int Count = 3;")]
    [TestCase("static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);")]
    [TestCase("static string Name { get; } = \"a\";")]
    [TestCase("static readonly System.Collections.Immutable.ImmutableArray<(string, int)> s_rows = [];")]
    [TestCase("static readonly Value s_value = new(1, null); record Value(int A, Value? Next);")]
    [TestCase("static Func<int> Get() => () => 3;", Description = "the compiler keeps the delegate")]
    [TestCase("static ReadOnlySpan<byte> Magic => [1, 2, 3];")]
    public void MutableStatics_immutable_state_is_let_through(string member) =>
        Assert.That(StaticStateRules.MutableStatics(Snippet.Compile("Sample", $"public class Sample {{ {member} }}")), Is.Empty);
}
