using System.CommandLine;
using ReplayKit.Replayer.Weaving;
using ReplayKit.Weave;

// Called by the build targets of ReplayKit.Harness. Arguments may come in a response file: replaykit-weave @file.
var output = new Option<DirectoryInfo>("--output") { Description = "Folder for the woven assemblies.", Required = true };
var report = new Option<FileInfo>("--report") { Description = "Where to write the weave report, as JSON.", Required = true };
var assemblies = new Option<FileInfo[]>("--assembly") { Description = "An assembly to weave.", AllowMultipleArgumentsPerToken = true };
var candidates = new Option<FileInfo[]>("--candidate") { Description = "An assembly to weave if its name fits an --include.", AllowMultipleArgumentsPerToken = true };
var includes = new Option<string[]>("--include") { Description = "Names or patterns (Some.Package;Other.*) of candidates to weave.", AllowMultipleArgumentsPerToken = true };
var search = new Option<DirectoryInfo[]>("--search") { Description = "A folder with referenced assemblies.", AllowMultipleArgumentsPerToken = true };

var frameworks = new Option<string[]>("--framework") { Description = "Folder of a shared framework's versions, a bar, and the version asked for.", AllowMultipleArgumentsPerToken = true };

var command = new RootCommand("Weaves assemblies for ReplayKit: their awaits become scheduling points.")
{
    output, report, assemblies, candidates, includes, frameworks, search,
};
command.SetAction(parsed => WeaveCommand.Run(new WeaveArguments(
    parsed.GetValue(output)!,
    parsed.GetValue(report)!,
    [.. parsed.GetValue(assemblies) ?? []],
    [.. parsed.GetValue(candidates) ?? []],
    [.. NameFilter.Split(parsed.GetValue(includes) ?? [])],
    [.. (parsed.GetValue(frameworks) ?? []).SelectMany(SharedFramework.AssembliesOf)],
    [.. (parsed.GetValue(search) ?? []).Select(static directory => directory.FullName)])));
var page = new Command("control-page", "Prints the control list as a page, for docs/control.md.");
page.SetAction(static _ => Console.Write(ControlPage.Text()));
command.Subcommands.Add(page);

var depsFile = new Option<FileInfo>("--file") { Description = "The deps.json of a test project.", Required = true };
var woven = new Option<DirectoryInfo>("--woven") { Description = "Folder of the woven assemblies.", Required = true };
var deps = new Command("deps", "Names the woven assemblies of the framework in a deps.json, or takes them out again.") { depsFile, woven };
deps.SetAction(parsed => DepsFile.Write(parsed.GetValue(depsFile)!.FullName, new WovenFolder(parsed.GetValue(woven)!).FrameworkAssemblies()));
command.Subcommands.Add(deps);
return command.Parse(args).Invoke();
