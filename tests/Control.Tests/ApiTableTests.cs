using NUnit.Framework;
using ReplayKit.Replayer.Weaving;

namespace Control.Tests;

internal sealed class ApiTableTests
{
    // Of the package Microsoft.Bcl.TimeProvider, which no reference assembly of the SDK has.
    private const string OfPackage = "System.Threading.Tasks.TimeProviderTaskExtensions";

    [Test]
    public void Every_public_member_that_has_to_do_with_threads_is_in_a_row() =>
        Assert.That(ReferenceAssemblies.Members.Where(static member => !IsListed(member)).Select(static member => $"{member.Type}::{member.Member}"), Is.Empty);

    [Test]
    public void Reference_assemblies_are_read()
    {
        Assert.That(ReferenceAssemblies.Members, Has.Some.EqualTo(new ReferenceMember("System.Threading.Monitor", "Enter")));
        Assert.That(ReferenceAssemblies.Members, Has.Some.EqualTo(new ReferenceMember("System.Threading.Channels.ChannelReader`1", "TryRead")));
        Assert.That(ReferenceAssemblies.Members, Has.Some.EqualTo(new ReferenceMember("System.Timers.Timer", ".ctor")));
    }

    [Test]
    public void Rows_name_members_that_there_are()
    {
        var members = ReferenceAssemblies.AllMembers;
        Assert.That(
            ApiTable.Rows.Where(row => row.Member != "*" && row.Type != OfPackage && !members.Contains(new ReferenceMember(row.Type, row.Member))).Select(static row => $"{row.Type}::{row.Member}"),
            Is.Empty);
    }

    [Test]
    public void Members_have_one_row() =>
        Assert.That(ApiTable.Rows.GroupBy(static row => (row.Type, row.Member)).Where(static rows => rows.Count() > 1).Select(static rows => rows.Key), Is.Empty);

    [Test]
    public void Rows_without_hooks_say_why() =>
        Assert.That(ApiTable.Rows.Where(static row => row.Hooks.Length == 0 && row.Reason.Length == 0).Select(static row => $"{row.Type}::{row.Member}"), Is.Empty);

    [Test]
    public void Page_is_current() =>
        Assert.That(File.ReadAllText(Path.Combine(ReferenceAssemblies.RepositoryRoot, "docs", "control.md")), Is.EqualTo(ControlPage.Text()), "run eng/control-page.sh");

    private static bool IsListed(ReferenceMember member) =>
        ApiTable.Rows.Any(row => row.Type == member.Type && (row.Member == "*" || row.Member == member.Member));
}
