namespace Hooks.Tests;

/// <summary>What a control throws that has a bug.</summary>
internal sealed class ControlFailedException(string member) : Exception($"{member} failed.");
