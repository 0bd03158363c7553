using System.Collections.Immutable;
using System.CommandLine;

namespace ReplayKit.Recorder.Cli;

/// <summary>Example command lines, for the help texts.</summary>
public static class Examples
{
    private static readonly ImmutableDictionary<string, ImmutableArray<(string Line, string Says)>> ByCommand =
        ImmutableDictionary.CreateRange(new KeyValuePair<string, ImmutableArray<(string, string)>>[]
        {
            new("ps", [
                ("replaykit ps", "Lists the .NET processes that can be recorded."),
                ("replaykit ps --json", "The same as one JSON document."),
            ]),
            new("record", [
                ("replaykit record --pid 4711", "Records until Ctrl-C, into NAME-yyyyMMdd-HHmmss.rktrace in this folder."),
                ("replaykit record --pid 4711 --duration 30s -o shop.rktrace", "Records half a minute into shop.rktrace."),
                ("replaykit record --pid 4711 --keep-last 30s --until exception --until latency=2s", "Flight recorder: writes what led to an exception or a slow request."),
                ("replaykit record --pid 4711 --budget 5%", "Listens to less when it costs more than that."),
                ("replaykit record --name Shop", "Finds the process by its name."),
                ("replaykit record -o start.rktrace -- dotnet Shop.dll", "Starts the service and records it from its first instruction."),
                ("replaykit record --child Shop -- dotnet run --project src/Shop", "The same through a launcher, whose child is the program to record."),
                ("replaykit record --diagnostic-port /diag/shop.sock,listen", "Waits for a service that is started with DOTNET_DiagnosticPorts=/diag/shop.sock."),
                ("replaykit record --diagnostic-port /diag/dotnet-diagnostic-1-85-socket", "Records a service of another container through a folder that both share."),
                ("replaykit record --pid 4711 --redact X-Tenant --redact coupon", "Also replaces the values of these headers and fields."),
            ]),
            new("import", [
                ("replaykit import shop.nettrace -o shop.rktrace", "Imports what dotnet-trace or dotnet-monitor collected with `replaykit providers`."),
                ("replaykit import shop.nettrace -o shop.rktrace --assemblies bin/Release/net10.0", "Takes the names of async methods from this copy of the service."),
                ("replaykit import shop.nettrace -o shop.rktrace --redact X-Tenant", "Also replaces the values of this header or field."),
            ]),
            new("providers", [
                ("replaykit providers", "What to ask for, on one line, for dotnet-trace."),
                ("dotnet-trace collect -p 4711 --providers \"$(replaykit providers)\" -o shop.nettrace", "Collects a trace that can be imported."),
                ("replaykit providers --format dotnet-monitor > trace.json", "The same for dotnet-monitor."),
                ("curl -X POST 'http://localhost:52323/trace?pid=4711&durationSeconds=30' -H 'Content-Type: application/json' -d @trace.json -o shop.nettrace",
                    "Collects it with dotnet-monitor."),
            ]),
            new("show", [
                ("replaykit show shop.rktrace", "What the recording holds, and whether anything is missing from it."),
                ("replaykit show shop.rktrace --request 17", "One request: its steps, who awaited whom, its outgoing calls."),
                ("replaykit show shop.rktrace --events | grep GcPause", "The events, one a line."),
                ("replaykit show traces/price-cache --json", "An incident as one JSON document."),
            ]),
            new("check", [
                ("replaykit check shop.rktrace", "Whether anything is missing from a recording, and whether secrets are left in it."),
                ("replaykit check traces/price-cache && git add traces/price-cache", "Before an incident is shared."),
                ("replaykit check shop.rktrace --allow lossy,cardNumber", "Tells these as well, and does not fail because of them."),
            ]),
            new("cut", [
                ("replaykit cut shop.rktrace -o traces/price-500", "Cuts around the first failed request, if there is one."),
                ("replaykit cut shop.rktrace -o traces/price --around request=17", "Request 17 and the requests that overlap it."),
                ("replaykit cut shop.rktrace -o traces/price --around 1.2s..1.9s --only '/price/**'", "Price requests running in that window."),
                ("replaykit cut shop.rktrace -o traces/price --around 'path=/price/*' --title \"Price fetched twice\"", "All requests of these paths."),
            ]),
            new("merge", [
                ("replaykit merge parts -o traces/price-cache/certificate.json", "Joins the parts in a folder that several machines certified."),
                ("replaykit merge certificate.*-of-8.json --json", "Only tells what eight parts came to together, as one JSON document."),
            ]),
            new(RootName, [
                ("replaykit ps", "Find the process."),
                ("replaykit record --pid 4711 --duration 30s -o shop.rktrace", "Record it."),
                ("replaykit show shop.rktrace", "Look at what was recorded."),
                ("replaykit cut shop.rktrace -o traces/price --around request=17", "Keep the part that matters, for a test."),
            ]),
        });

    private const string RootName = "";

    /// <summary>The examples of a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Command lines and what each does; empty when there are none.</returns>
    public static ImmutableArray<(string Line, string Says)> For(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ByCommand.GetValueOrDefault(command is RootCommand ? RootName : command.Name, []);
    }
}
