using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>What to cut from a recording.</summary>
/// <param name="Around">Which part; null for the first failed request if there is one, else all.</param>
/// <param name="Only">Keeps only requests whose path fits; null keeps all that were chosen.</param>
/// <param name="Title">The incident's title; null makes one from its requests.</param>
public sealed record CutRequest(Around? Around, Glob? Only, string? Title)
{
    /// <summary>What the incident reproduces; null for what the recording shows.</summary>
    public Symptom? Symptom { get; init; }
}
