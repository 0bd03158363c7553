using NUnit.Framework;
using ReplayKit.Replayer.Minimising;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace Replayer.Tests.Minimising;

/// <summary>Orders are written as text: each letter is a step of the request of that letter; a capital one is a call in the middle of its code.</summary>
public sealed class SwitchedOrderTests
{
    [TestCase("aabb", 1, "")]
    [TestCase("abab", 3, "0b 1a")]
    [TestCase("abba", 2, "0b")]
    [TestCase("abcabc", 5, "0b 1c 2a")]
    public void Preemptions_are_the_places_where_a_request_is_left_that_goes_on_later(string text, int switches, string preemptions)
    {
        var order = OrderOf(text);
        Assert.That(order.SwitchCount, Is.EqualTo(switches));
        Assert.That(string.Join(' ', order.Preemptions.Select(static preemption => $"{preemption.Behind}{(char)preemption.To}")), Is.EqualTo(preemptions));
    }

    [TestCase("abab", "", "aabb")]
    [TestCase("abab", "0", "abba")]
    [TestCase("abab", "01", "abab")]
    [TestCase("aabbabab", "1", "aaaabbbb")]
    [TestCase("abcabc", "0", "abbcca")]
    [TestCase("bababa", "", "bbbaaa")]
    public void Order_with_some_preemptions_lets_each_request_run_on_otherwise(string text, string kept, string expected)
    {
        var order = OrderOf(text);
        Assert.That(TextOf(order.With(order.Preemptions.Where((_, index) => kept.Contains((char)('0' + index))))), Is.EqualTo(expected));
    }

    [TestCase("abcabc", 0, "cab", "ccaabb")]
    [TestCase("abcabc", 2, "cab", "abccab")]
    [TestCase("abcabc", 6, "cab", "abcabc")]
    [TestCase("abab", 1, "ab", "aabb")]
    public void Order_that_follows_the_run_up_to_a_step_lets_the_requests_take_turns_behind_it(string text, int count, string turns, string expected) =>
        Assert.That(TextOf(OrderOf(text).From(count, [.. turns.Select(static letter => (int)letter)])), Is.EqualTo(expected));

    [Test]
    public void Order_of_some_requests_leaves_out_the_steps_of_the_others() => Assert.That(TextOf(OrderOf("abcabc").Of(['a', 'c'])), Is.EqualTo("acac"));

    [TestCase("abAa", 2, null)]
    [TestCase("aabAa", 3, 0)]
    public void Preemption_at_a_call_moves_to_where_the_request_waits(string text, int? later, int? earlier)
    {
        var order = OrderOf(text);
        Assert.That(order.CallPreemptionCount, Is.EqualTo(1));
        Assert.That(order.AtAwait(order.Preemptions[0], isLater: true)?.Behind, Is.EqualTo(later));
        Assert.That(order.AtAwait(order.Preemptions[0], isLater: false)?.Behind, Is.EqualTo(earlier));
    }

    [Test]
    public void Continuations_of_framework_code_are_left_out()
    {
        var posted = Step('a', 1) with { Step = new StepDescription(9, 'a', StepKind.Posted) };
        Assert.That(new SwitchedOrder([Step('a', 1), posted, Step('b', 1)]).Steps, Has.Length.EqualTo(2));
    }

    private static SwitchedOrder OrderOf(string text)
    {
        var counts = new Dictionary<char, int>();
        return new SwitchedOrder(text.Select(letter => Step(letter, counts[letter] = counts.GetValueOrDefault(letter) + 1)));
    }

    private static TracedStep Step(char letter, int occurrence)
    {
        var request = char.ToLowerInvariant(letter);
        var kind = char.IsUpper(letter) ? StepKind.Call : StepKind.Resumption;
        return new TracedStep(new StepName(request, kind, letter, occurrence), new StepDescription(0, request, kind), []);
    }

    private static string TextOf(IEnumerable<StepName> order) => string.Concat(order.Select(static name => (char)name.Operation));
}
