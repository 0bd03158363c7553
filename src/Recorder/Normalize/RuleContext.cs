namespace ReplayKit.Recorder.Normalize;

/// <summary>What rules share: it changes no result, only what is hidden and what is allocated.</summary>
/// <param name="Redactor">Replaces what must not reach the disk.</param>
/// <param name="Names">Strings that come again and again.</param>
public sealed record RuleContext(Redactor Redactor, NameCache Names)
{
    /// <summary>Redacts what comes again and again.</summary>
    internal RedactedTexts Redacted { get; } = new(Redactor);

    /// <summary>Numbers of database commands.</summary>
    internal CommandNumbers Commands { get; } = new();

    /// <summary>Names of header fields.</summary>
    internal HeaderFieldNames HeaderFields { get; } = new();
}
