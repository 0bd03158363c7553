using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Replayer.Tests.Weaving;

/// <summary>Large assemblies hold every form of an access: woven, each of their methods still compiles.</summary>
internal sealed class MemoryWeavingTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [TestCase("System.Collections.Concurrent.dll")]
    [TestCase("System.Linq.Expressions.dll")]
    [TestCase("System.Text.Json.dll")]
    [TestCase("System.Threading.Channels.dll")]
    public void Every_method_of_a_woven_framework_assembly_compiles(string name)
    {
        var (assembly, report) = Corpus.Weave(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name));
        Assert.That(report.Accesses, Is.GreaterThan(10));
        Assert.That(report.Statics, Is.GreaterThan(0));
        foreach (var method in MethodsOf(assembly))
            Assert.That(() => RuntimeHelpers.PrepareMethod(method.MethodHandle), Throws.Nothing, $"{method.DeclaringType}.{method}");
    }

    [Test]
    public void Accesses_that_nobody_else_can_see_are_left_as_they_are()
    {
        var (assembly, _) = Corpus.Weave(Corpus.PathOf("WeaveCorpus"));
        var holder = Mono.Cecil.ModuleDefinition.ReadModule(assembly.Location).GetType("WeaveCorpus.Holder");
        Assert.Multiple(() =>
        {
            Assert.That(HooksIn(holder, ".ctor"), Is.Zero, "an object is not shared before it is made");
            Assert.That(HooksIn(holder, "get_Text"), Is.Zero, "a property is accessed where it is named");
            Assert.That(HooksIn(holder, "add_Changed"), Is.Zero, "an event's accessors exchange what they read");
            Assert.That(HooksIn(holder, "get_HasListener"), Is.EqualTo(1));
        });
    }

    private static int HooksIn(Mono.Cecil.TypeDefinition type, string method) =>
        type.Methods.Single(candidate => candidate.Name == method).Body.Instructions
            .Count(static instruction => instruction.Operand is Mono.Cecil.MethodReference { DeclaringType.Name: "MemoryHooks" });

    private static IEnumerable<MethodBase> MethodsOf(Assembly assembly) =>
        assembly.GetTypes()
            .Where(static type => !type.ContainsGenericParameters)
            .SelectMany(static type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            .Where(static method => !method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null);
}
