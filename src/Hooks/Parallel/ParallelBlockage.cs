namespace ReplayKit.Hooks;

/// <summary>A parallel loop whose other operations are not over.</summary>
internal sealed class ParallelBlockage(ParallelLoop loop) : Blockage
{
    public override bool IsOver => loop.RunningCount == 0;

    public override string What => "parallel loop";

    public override object? Resource => loop;
}
