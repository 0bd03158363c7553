using NUnit.Framework;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests;

public sealed class StateMachineNameTests
{
    [TestCase("<GetAsync>d__3", "GetAsync")]
    [TestCase("<GetAsync>d__3`1", "GetAsync")]
    [TestCase("<ReplayKit.IThing.GetAsync>d__3", "ReplayKit.IThing.GetAsync")]
    [TestCase("<<Main>$>d__0", "Main")]
    [TestCase("<<<Main>$>g__FetchAsync|0>d", "Main.FetchAsync")]
    [TestCase("<<<Main>$>g__FetchAsync|0_3>d", "Main.FetchAsync")]
    [TestCase("<<<Main>$>b__0_2>d", "Main.lambda")]
    [TestCase("<<Main>$>b__2>d", "Main.lambda")]
    [TestCase("<<SendAsync>g__Core|83_0>d", "SendAsync.Core")]
    [TestCase("<<Map>b__1_0>d", "Map.lambda")]
    [TestCase("<<<Map>b__1_0>g__Inner|2>d", "Map.lambda.Inner")]
    [TestCase("Task.Delay", "Task.Delay")]
    public void Readable_name_drops_the_compiler_ordinals(string bare, string expected) =>
        Assert.That(StateMachineName.Readable(bare), Is.EqualTo(expected));

    [TestCase("<GetAsync>d__3", true)]
    [TestCase("Task.WhenAll", false)]
    public void Names_of_the_compiler_are_told_from_others(string bare, bool expected) =>
        Assert.That(StateMachineName.IsStateMachine(bare), Is.EqualTo(expected));
}
