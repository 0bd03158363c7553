namespace ReplayKit.Hooks;

/// <summary>A state that is waited for, and that the wait does not change.</summary>
/// <param name="What">What it is called in a report.</param>
/// <param name="Resource">The object whose state it is.</param>
/// <param name="IsSet">Whether it holds now.</param>
internal readonly record struct Signal(string What, object Resource, Func<bool> IsSet);
