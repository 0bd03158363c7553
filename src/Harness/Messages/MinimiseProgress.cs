namespace ReplayKit.Messages;

/// <summary>Tells, while an incident is made smaller, how small it is by now: a line whenever that changes.</summary>
/// <param name="test">The test's name.</param>
/// <param name="output">Where to.</param>
internal sealed class MinimiseProgress(string test, TextWriter output)
{
    private MinimisedSize? _told;

    public void Tell(int replays, MinimisedSize size)
    {
        if (size == _told) return;
        _told = size;
        output.WriteLine($"{test}: minimising, replay {replays}: {MinimisedWords.Of(size)}");
    }
}
