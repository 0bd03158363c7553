using System.Collections.Immutable;
using CsCheck;
using NUnit.Framework;
using ReplayKit.Replayer.Minimising;

namespace Replayer.Tests.Minimising;

public sealed class DeltaDebuggingTests
{
    [TestCase(new[] { 3 })]
    [TestCase(new[] { 0, 9 })]
    [TestCase(new[] { 1, 4, 7 })]
    [TestCase(new int[0])]
    public async Task What_fails_with_some_parts_is_reduced_to_them(int[] needed)
    {
        var found = await DeltaDebugging.MinimiseAsync([.. Enumerable.Range(0, 10)], parts => Task.FromResult(Array.TrueForAll(needed, parts.Contains)));
        Assert.That(found, Is.EqualTo(needed));
    }

    [Test]
    public async Task What_never_fails_again_stays_whole()
    {
        ImmutableArray<int> all = [1, 2, 3, 4, 5];
        Assert.That(await DeltaDebugging.MinimiseAsync(all, static _ => Task.FromResult(false)), Is.EqualTo(all));
    }

    [Test]
    public void Result_fails_and_nothing_can_be_left_out_of_it_whatever_fails() =>
        Gen.Select(Gen.Int[1, 12], Gen.UInt).Sample((length, seed) =>
        {
            // Any rule that the whole satisfies: here by a hash of the parts.
            ImmutableArray<int> all = [.. Enumerable.Range(0, length)];
            bool Fails(ImmutableArray<int> parts) => parts.Length == length || (parts.Aggregate(seed, static (hash, part) => (hash ^ (uint)part) * 16777619) & 3) == 0;
            var found = DeltaDebugging.MinimiseAsync(all, parts => Task.FromResult(Fails(parts))).GetAwaiter().GetResult();
            var isOrdered = found.SequenceEqual(found.Order());
            return Fails(found) && isOrdered && (found.Length < 2 || Enumerable.Range(0, found.Length).All(index => !Fails(found.RemoveAt(index))));
        });
}
