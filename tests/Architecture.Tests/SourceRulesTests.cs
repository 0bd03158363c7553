using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class SourceRulesTests
{
    [Test]
    public void LongFiles_line_too_many_is_found()
    {
        Assert.That(SourceRules.LongFiles(Snippet.Parse(Lines(SourceRules.FileLinesMax))), Is.Empty);
        Assert.That(SourceRules.LongFiles(Snippet.Parse(Lines(SourceRules.FileLinesMax + 1))), Is.EqualTo(["src/Sample/Sample.cs: 401 lines"]));
    }

    [TestCase("class C\n{\n    void Run()\n    {\n", "    }\n}\n", "Run")]
    [TestCase("class C\n{\n    C()\n    {\n", "    }\n}\n", "C")]
    [TestCase("class C\n{\n    int P\n    {\n        get\n        {\n", "        }\n    }\n}\n", "P")]
    [TestCase("void Local()\n{\n", "}\n", "Local")]
    public void LongMethods_line_too_many_is_found(string before, string after, string name)
    {
        // The head and the two braces are lines of the method.
        var fits = before + Lines(SourceRules.MethodLinesMax - 3) + after;
        var tooLong = before + Lines(SourceRules.MethodLinesMax - 2) + after;

        Assert.That(SourceRules.LongMethods(Snippet.Parse(fits)), Is.Empty);
        Assert.That(SourceRules.LongMethods(Snippet.Parse(tooLong)), Is.EqualTo([$"src/Sample/Sample.cs: {name} has 61 lines"]));
    }

    [TestCase("class C { void M(int a, int b, int c, int d, int e) { } }", "M")]
    [TestCase("class C(int a, int b, int c, int d, int e);", "C")]
    [TestCase("class C { C(int a, int b, int c, int d, int e) { } }", "C")]
    [TestCase("class C { void M() { void L(int a, int b, int c, int d, int e) { } } }", "L")]
    [TestCase("delegate void D(int a, int b, int c, int d, int e);", "D")]
    public void LongSignatures_fifth_parameter_is_found(string code, string name) =>
        Assert.That(SourceRules.LongSignatures(Snippet.Parse(code)), Is.EqualTo([$"src/Sample/Sample.cs: {name} has 5 parameters"]));

    [TestCase("class C { void M(int a, int b, int c, int d) { } }")]
    [TestCase("record R(int a, int b, int c, int d, int e);")]
    [TestCase("class C : B { protected override void M(int a, int b, int c, int d, int e) { } }")]
    public void LongSignatures_allowed_signature_is_let_through(string code) => Assert.That(SourceRules.LongSignatures(Snippet.Parse(code)), Is.Empty);

    [TestCase("namespace N; class A; class B;")]
    [TestCase("namespace N; class A; enum B { One }")]
    [TestCase("namespace N { class A; } delegate void B();")]
    public void SharedFiles_second_type_is_found(string code) =>
        Assert.That(SourceRules.SharedFiles(Snippet.Parse(code)), Is.EqualTo(["src/Sample/Sample.cs: holds A, B"]));

    [Test]
    public void SharedFiles_nested_type_is_let_through() => Assert.That(SourceRules.SharedFiles(Snippet.Parse("class A { class B; enum C { One } }")), Is.Empty);

    [TestCase("// TODO later", "TODO")]
    [TestCase("/* FIXME: wrong */", "FIXME")]
    [TestCase("/// <summary>HACK</summary>\nclass C;", "HACK")]
    public void Promises_mark_in_a_comment_is_found(string code, string mark) =>
        Assert.That(SourceRules.Promises(Snippet.Parse(code)), Is.EqualTo([$"src/Sample/Sample.cs:1: {mark}"]));

    [TestCase("class C { string Text = \"TODO\"; }")]
    [TestCase("// A HACKER's method")]
    public void Promises_other_text_is_let_through(string code) => Assert.That(SourceRules.Promises(Snippet.Parse(code)), Is.Empty);

    [TestCase("Thread.Sleep(1);")]
    [TestCase("System.Threading.Thread.Sleep(1);")]
    [TestCase("Action<int> wait = Thread.Sleep;")]
    public void Sleeps_use_is_found(string code) => Assert.That(SourceRules.Sleeps(Snippet.Parse(code)), Is.EqualTo(["src/Sample/Sample.cs:1: Thread.Sleep"]));

    [TestCase("static class ThreadHooks { public static void Sleep(int time) => Thread.Sleep(time); }", false)]
    [TestCase("static class ThreadHooks { public static void Join(int time) => Thread.Sleep(time); }", true)]
    [TestCase("static class ThreadHooks { private static void Sleep(int time) => Thread.Sleep(time); }", true)]
    [TestCase("static class Waits { public static void Sleep(int time) => Thread.Sleep(time); }", true)]
    public void Sleeping_is_left_to_the_hook_of_that_name(string code, bool isFound) =>
        Assert.That(SourceRules.Sleeps(Snippet.Parse(code)).Any(), Is.EqualTo(isFound));

    [TestCase("catch (Exception) { }")]
    [TestCase("catch (Exception e) { throw new InvalidOperationException(\"no\", e); }")]
    [TestCase("catch (System.Exception) { }")]
    [TestCase("catch { }")]
    public void CatchAlls_handler_of_everything_is_found(string handler) =>
        Assert.That(SourceRules.CatchAlls(Handling(handler)), Is.EqualTo(["src/Sample/Sample.cs: M"]));

    [TestCase("catch (IOException) { }")]
    [TestCase("catch (Exception e) when (e is IOException) { }")]
    [TestCase("catch { Close(); throw; }")]
    public void CatchAlls_handler_of_some_is_let_through(string handler) => Assert.That(SourceRules.CatchAlls(Handling(handler)), Is.Empty);

    [Test]
    public void Check_new_and_gone_exceptions_are_told()
    {
        Assert.That(Ratchet.Check(["a", "b"], "a", "b"), Is.Empty);
        Assert.That(Ratchet.Check(["a", "b"], "a"), Is.EqualTo(["b"]));
        Assert.That(Ratchet.Check(["a"], "a", "b"), Has.Exactly(1).Items.And.All.EndWith(": b"));
    }

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("// text\n", count));

    private static SourceFile Handling(string handler) => Snippet.Parse($"class C {{ void M() {{ try {{ }} {handler} }} }}");
}
