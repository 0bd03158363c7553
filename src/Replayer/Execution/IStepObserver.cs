namespace ReplayKit.Replayer.Execution;

/// <summary>Is told of the steps of a run as they come to be and run. Called by the holder of the baton.</summary>
internal interface IStepObserver
{
    /// <summary>Something is to run: it was started, posted, or suspended.</summary>
    /// <param name="strand">What.</param>
    /// <param name="by">The stack that made it; null when none did.</param>
    void Made(Strand strand, Execution? by);

    /// <summary>A step begins, on a stack that is new or that stood still.</summary>
    void Begins(Strand strand, Execution execution);

    /// <summary>The step that began last ends; its stack may stand still.</summary>
    void Ends(Execution execution);
}
