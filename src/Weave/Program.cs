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

var command = new RootCommand("Weaves assemblies for ReplayKit: their awaits become scheduling points.")
{
    output, report, assemblies, candidates, includes, search,
};
command.SetAction(parsed => WeaveCommand.Run(new WeaveArguments(
    parsed.GetValue(output)!,
    parsed.GetValue(report)!,
    [.. parsed.GetValue(assemblies) ?? []],
    [.. parsed.GetValue(candidates) ?? []],
    [.. NameFilter.Split(parsed.GetValue(includes) ?? [])],
    [.. (parsed.GetValue(search) ?? []).Select(static directory => directory.FullName)])));
var page = new Command("control-page", "Prints the control list as a page, for docs/control.md.");
page.SetAction(static _ => Console.Write(ControlPage.Text()));
command.Subcommands.Add(page);
return command.Parse(args).Invoke();
