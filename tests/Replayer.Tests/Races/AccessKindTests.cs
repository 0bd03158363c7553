using NUnit.Framework;
using ReplayKit.Replayer.Races;

namespace Replayer.Tests.Races;

internal sealed class AccessKindTests
{
    private static readonly AccessKind s_read = new(IsWrite: false, IsAtomic: false);
    private static readonly AccessKind s_write = new(IsWrite: true, IsAtomic: false);
    private static readonly AccessKind s_atomicRead = new(IsWrite: false, IsAtomic: true);
    private static readonly AccessKind s_atomicWrite = new(IsWrite: true, IsAtomic: true);

    private static IEnumerable<TestCaseData> Pairs =>
    [
        new TestCaseData(s_read, s_read).Returns(false),
        new TestCaseData(s_read, s_write).Returns(true),
        new TestCaseData(s_write, s_write).Returns(true),
        new TestCaseData(s_atomicRead, s_write).Returns(true),
        new TestCaseData(s_atomicWrite, s_write).Returns(true),
        new TestCaseData(s_atomicWrite, s_atomicWrite).Returns(false),
        new TestCaseData(s_atomicRead, s_atomicWrite).Returns(false),
        new TestCaseData(s_read, s_atomicWrite).Returns(false),
        new TestCaseData(s_read, s_atomicRead).Returns(false),
    ];

    [TestCaseSource(nameof(Pairs))]
    public bool Accesses_conflict(AccessKind one, AccessKind other)
    {
        Assert.That(AccessKind.Conflict(other, one), Is.EqualTo(AccessKind.Conflict(one, other)));
        return AccessKind.Conflict(one, other);
    }
}
