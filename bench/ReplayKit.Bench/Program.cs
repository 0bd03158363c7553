using System.CommandLine;
using Bench;

var json = new Option<bool>("--json") { Description = "Print one JSON document instead of tables.", Recursive = true };
var pairs = new Option<int>("--pairs") { Description = "Pairs of runs, unattached and attached in turn.", DefaultValueFactory = static _ => 5, Recursive = true };
var seconds = new Option<int>("--seconds") { Description = "Length of one run.", DefaultValueFactory = static _ => 4, Recursive = true };
var names = new Argument<string[]>("measurement")
{
    Description = $"Which: {string.Join(", ", Measurements.Names)}. All of them when none is named.",
    Arity = ArgumentArity.ZeroOrMore,
};
names.AcceptOnlyFromAmong([.. Measurements.Names]);

var command = new RootCommand("Measures ReplayKit beside its own absence: ratios from one run, never absolute times from two.") { names, pairs, seconds, json };
command.SetAction((parsed, cancellation) => Measurements.RunAsync(
    parsed.GetValue(names) ?? [],
    new BenchOptions(parsed.GetValue(pairs), parsed.GetValue(seconds), parsed.GetValue(json)),
    cancellation));
return await command.Parse(args).InvokeAsync();
