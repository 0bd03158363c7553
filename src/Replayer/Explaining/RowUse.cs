using System.Collections.Immutable;

namespace ReplayKit.Replayer.Explaining;

/// <summary>What a statement does to a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="IsWrite">Whether it changes it.</param>
/// <param name="Keys">Which rows: what columns must equal; empty for any.</param>
public sealed record RowUse(string Table, bool IsWrite, ImmutableArray<RowKey> Keys);
