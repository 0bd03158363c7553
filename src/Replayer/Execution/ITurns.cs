namespace ReplayKit.Replayer.Execution;

/// <summary>What the holder of the baton asks for: the next strand, and what goes around each step.</summary>
internal interface ITurns
{
    /// <summary>Decides what runs next; null when the run is over. Throws nothing.</summary>
    Strand? Next();

    /// <summary>A step begins: the strand was chosen.</summary>
    void Begin(Strand strand);

    /// <summary>The step that began last ends.</summary>
    void End();

    /// <summary>Calls what a strand runs, on the calling thread. What it throws is the program's failure, and is kept.</summary>
    void Invoke(Strand strand, Action body);

    /// <summary>The run is over, and the stack of a call of this operation is unwound: its finally blocks stay under control, where nothing blocks.</summary>
    void Unwind(Operation operation);
}
