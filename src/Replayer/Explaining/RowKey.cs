namespace ReplayKit.Replayer.Explaining;

/// <summary>A column that must have a value, as a statement's condition says.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value, as text.</param>
public readonly record struct RowKey(string Column, string Value);
