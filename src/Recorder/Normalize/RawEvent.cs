namespace ReplayKit.Recorder.Normalize;

/// <summary>An event as the runtime wrote it, freed of the library that read it.</summary>
/// <param name="provider">Who wrote it.</param>
/// <param name="id">Its number at the provider; without meaning for <see cref="RawProvider.DiagnosticSource"/>, whose payload names the event.</param>
/// <param name="payload">Its payload, little-endian, strings in UTF-16 with a zero behind.</param>
public readonly ref struct RawEvent(RawProvider provider, int id, ReadOnlySpan<byte> payload)
{
    /// <summary>Who wrote it.</summary>
    public RawProvider Provider { get; } = provider;

    /// <summary>Its number at the provider.</summary>
    public int Id { get; } = id;

    /// <summary>Its payload.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <summary>When it happened, in nanoseconds since the recording began.</summary>
    public long TimeNs { get; init; }

    /// <summary>Operating-system thread on which it happened.</summary>
    public long ThreadId { get; init; }
}
