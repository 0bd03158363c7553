using ReplayKit.Recorder.Cli;

return (int)await CommandLine.RunAsync(args, Terminal.FromConsole());
