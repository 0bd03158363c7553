namespace ReplayKit.Recorder.EventPipe;

/// <summary>An assembly that the recorded process had loaded, as the trace names it.</summary>
/// <param name="Path">Its file where the process ran; empty when it had none.</param>
/// <param name="PdbSignature">Names the build: the same number stands in the file. <see cref="Guid.Empty"/> when the trace does not tell.</param>
public sealed record TraceModule(string Path, Guid PdbSignature);
