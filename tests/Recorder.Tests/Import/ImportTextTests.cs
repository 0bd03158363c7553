using System.Collections.Immutable;
using System.Diagnostics.Tracing;
using System.Text.Json;
using Microsoft.Diagnostics.NETCore.Client;
using NUnit.Framework;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Import;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Tests.Cli;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Import;

public sealed class ImportTextTests
{
    [Test]
    public void Provider_text_is_one_line_that_dotnet_trace_takes_apart_again()
    {
        var arguments = new Dictionary<string, string> { ["A"] = "x:-y;z\nw" };
        EventPipeProvider[] providers = [new("P", EventLevel.Verbose, 0x29), new("Q", EventLevel.Informational, -1, arguments)];
        Assert.That(ProviderText.ForDotnetTrace(providers), Is.EqualTo(@"P:0x29:5,Q:0xffffffffffffffff:4:A=""x:-y;z\nw"""));
    }

    [TestCase("a,b")]
    [TestCase("a\"b")]
    public void Argument_that_dotnet_trace_cannot_say_is_refused(string value)
    {
        EventPipeProvider[] providers = [new("P", EventLevel.Verbose, 1, new Dictionary<string, string> { ["A"] = value })];
        Assert.That(() => ProviderText.ForDotnetTrace(providers), Throws.ArgumentException);
    }

    [TestCase("requests", false)]
    [TestCase("tasks", true)]
    [TestCase("full", true)]
    public async Task Providers_json_holds_both_texts_of_a_tier(string tier, bool hasTasks)
    {
        using var document = JsonDocument.Parse((await Tool.RunAsync("providers", "--tier", tier, "--json")).IsDone().Out);
        var names = document.RootElement.GetProperty("dotnetMonitor").GetProperty("Providers").EnumerateArray().Select(static p => p.GetProperty("Name").GetString()!).ToArray();
        Assert.That(names.Contains(ProviderNames.Tasks), Is.EqualTo(hasTasks));
        Assert.That(document.RootElement.GetProperty("dotnetTrace").GetString(), Does.Contain(names[0]).And.Contain("FilterAndPayloadSpecs="));
    }

    [Test]
    public async Task Providers_for_dotnet_monitor_are_its_configuration()
    {
        using var document = JsonDocument.Parse((await Tool.RunAsync("providers", "--format", "dotnet-monitor")).IsDone().Out);
        var bridge = document.RootElement.GetProperty("Providers").EnumerateArray().Single(static p => p.GetProperty("Name").GetString() == ProviderNames.DiagnosticSource);
        Assert.That(bridge.GetProperty("Keywords").GetString(), Is.EqualTo("0x2"));
        Assert.That(bridge.GetProperty("EventLevel").GetString(), Is.EqualTo("Verbose"));
        Assert.That(bridge.GetProperty("Arguments").GetProperty("FilterAndPayloadSpecs").GetString(), Is.EqualTo(BridgeSpecification.Of(RecordingTier.Tasks)));
    }

    [TestCase("/usr/share/dotnet/dotnet /srv/Shop.Api.dll --urls x", "Shop.Api")]
    [TestCase("dotnet exec --depsfile a.json Shop.dll", "Shop")]
    [TestCase(@"""C:\Program Files\dotnet\dotnet.exe"" ""C:\my apps\Shop.dll""", "Shop")]
    [TestCase("/srv/Shop --urls x", "Shop")]
    [TestCase(@"C:\srv\Shop.exe", "Shop")]
    [TestCase("dotnet", "dotnet")]
    [TestCase("", "unknown")]
    [TestCase(" \" ", "unknown")]
    public void Process_is_named_by_its_command_line(string commandLine, string name) => Assert.That(ProcessNames.Of(commandLine), Is.EqualTo(name));

    [Test]
    public void Missing_providers_are_named()
    {
        Assert.That(NeededEvents.Suffice(ImmutableHashSet.Create(RawProvider.Runtime)), Is.False);
        var missing = NeededEvents.Missing(ImmutableHashSet.Create(RawProvider.Tasks, RawProvider.Runtime), 0, 0);
        Assert.That(missing.Select(static m => m.Provider), Is.EqualTo(new[] { ProviderNames.DiagnosticSource }));
        var all = ImmutableHashSet.Create(RawProvider.Tasks, RawProvider.Runtime, RawProvider.DiagnosticSource);
        Assert.That(NeededEvents.Missing(all, 3, 0), Is.Empty);
        Assert.That(NeededEvents.Missing(all, 3, 3).Single().Consequence, Does.Contain("no paths"));
    }

    [Test]
    public void Assembly_of_another_build_is_not_used()
    {
        var own = typeof(ImportTextTests).Assembly.Location;
        var folder = Path.GetDirectoryName(own)!;
        var signature = SymbolSignature.Read(own)!.Value;
        var recorded = $"/srv/app/{Path.GetFileName(own)}";
        var same = AssemblyMatcher.Match([new TraceModule(recorded, signature)], folder);
        Assert.That(same.Found.Single().Mvid, Is.EqualTo(typeof(ImportTextTests).Module.ModuleVersionId));
        Assert.That(same.UnprovedCount, Is.Zero);
        var other = AssemblyMatcher.Match([new TraceModule(recorded, Guid.NewGuid())], folder);
        Assert.That(other.Found, Is.Empty);
        Assert.That(other.Methods, Is.Empty);
        Assert.That(other.OtherBuild, Is.EqualTo(new[] { Path.GetFileName(own) }));
    }
}
