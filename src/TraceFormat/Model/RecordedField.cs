namespace ReplayKit.TraceFormat.Model;

/// <summary>One named value of an event, such as a request header.</summary>
/// <param name="Name">One of <see cref="FieldNames"/>, or <see cref="FieldNames.HeaderPrefix"/> and a header's name.</param>
/// <param name="Value">The value, already redacted.</param>
public readonly record struct RecordedField(string Name, string Value);
