using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ReplayKit.Recorder.Cli;

/// <summary>The usual help text, with the command's examples behind it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const int WidthDefault = 100;

    private readonly HelpAction _usual;

    /// <summary>Creates the action.</summary>
    /// <param name="usual">What writes usage, arguments and options.</param>
    /// <param name="width">Columns a line may take.</param>
    internal HelpWithExamples(HelpAction usual, int width)
    {
        _usual = usual;
        _usual.MaxWidth = Math.Min(width, WidthDefault);
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = _usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = Examples.For(parseResult.CommandResult.Command);
        if (examples.IsEmpty) return exitCode;
        output.WriteLine("Examples:");
        foreach (var (line, says) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {says}");
        }

        return exitCode;
    }
}
