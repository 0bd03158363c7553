using ReplayKit.Recorder.Cutting;

namespace ReplayKit.Recorder.Cli;

/// <summary>Prints what was cut, and how a test replays it.</summary>
public sealed class CutText
{
    private readonly string _folder;
    private readonly CutResult _cut;
    private readonly Terminal _terminal;

    /// <summary>Prepares to print.</summary>
    /// <param name="folder">The incident's folder, as the user named it.</param>
    /// <param name="cut">What was cut.</param>
    /// <param name="terminal">Where to.</param>
    public CutText(string folder, CutResult cut, Terminal terminal)
    {
        _folder = folder;
        _cut = cut;
        _terminal = terminal;
    }

    /// <summary>Prints it.</summary>
    public void Write()
    {
        var view = new RecordingView(_folder, _cut.Incident, _cut.Slice, _cut.Graph);
        var show = new ShowText(view, _terminal);
        _terminal.WriteLine(_folder);
        show.WriteFacts();
        _terminal.WriteLine();
        new RequestTable(view, _terminal).Write();
        _terminal.WriteLine();
        _terminal.WriteLine("Replay it in a test:");
        _terminal.WriteLine();
        foreach (var line in TestSnippet.Lines(_folder)) _terminal.WriteLine("    " + line);
    }
}
