// The least a recorder can do: asks for the events of tier tasks and copies them to a file as they come.
//   event-copy PID SECONDS FILE
//   event-copy providers          the same providers in the notation of dotnet-trace, which has no place for event numbers
using System.Globalization;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.TraceFormat.Model;

const int BufferMiB = 256;

if (args is ["providers"])
{
    Console.Write(string.Join(',', Providers.For(RecordingTier.Tasks, canFilter: false).Select(static provider =>
    {
        var arguments = provider.Arguments is null ? "" : ":" + string.Join(';', provider.Arguments.Select(static pair => $"{pair.Key}=\"{pair.Value}\""));
        return string.Create(CultureInfo.InvariantCulture, $"{provider.Name}:0x{provider.Keywords:x}:{(int)provider.EventLevel}{arguments}");
    })));
    return;
}

var process = await DotnetProcesses.FindAsync(int.Parse(args[0], CultureInfo.InvariantCulture));
using var session = await TargetSession.StartAsync(process, new SessionRequest(RecordingTier.Tasks, BufferMiB), CancellationToken.None);
await using var file = File.Create(args[2]);
var copied = session.Events.CopyToAsync(file);
await Task.Delay(TimeSpan.FromSeconds(int.Parse(args[1], CultureInfo.InvariantCulture)));
await session.StopAsync();
await copied;
