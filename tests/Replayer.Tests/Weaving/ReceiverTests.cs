using Mono.Cecil;
using Mono.Cecil.Cil;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Replayer.Tests.Weaving;

/// <summary>A woven call names the field that holds what it is called on.</summary>
internal sealed class ReceiverTests
{
    [TestCase(nameof(Held.Lock), "Monitor.Enter", "Held._gate")]
    [TestCase(nameof(Held.Wait), "SemaphoreSlim.Wait", "Held.Slots")]
    [TestCase(nameof(Held.Look), "ConcurrentDictionary.TryGetValue", "Held.Known")]
    [TestCase(nameof(Held.Keep), "Dictionary.Item", "Held._plain")]
    [TestCase(nameof(Held.LookIn), "ConcurrentDictionary.TryGetValue", "")]
    public void Field_of_the_receiver_stands_in_the_site(string method, string call, string field)
    {
        var (assembly, _) = Corpus.Weave(typeof(Held).Assembly.Location);
        var body = ModuleDefinition.ReadModule(assembly.Location).GetType(typeof(Held).FullName).Methods.Single(candidate => candidate.Name == method).Body;
        var sites = body.Instructions.Where(static instruction => instruction.OpCode.Code == Code.Ldstr).Select(static instruction => CodeSite.Parse((string)instruction.Operand));
        Assert.That(sites.Single(site => site.What == call).Of, Is.EqualTo(field));
    }
}
