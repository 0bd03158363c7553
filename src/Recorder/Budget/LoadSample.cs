namespace ReplayKit.Recorder.Budget;

/// <summary>What a process did in a window of time.</summary>
/// <param name="Cpu">Processor time it used.</param>
/// <param name="Requests">Requests it answered.</param>
public readonly record struct LoadSample(TimeSpan Cpu, double Requests)
{
    /// <summary>Seconds of processor time per request.</summary>
    public double CpuPerRequest => Cpu.TotalSeconds / Requests;
}
