using System.Collections.Immutable;

namespace ReplayKit.Replayer.Outcome;

/// <summary>Work that an operation started and that was not under control.</summary>
/// <param name="Operation">The operation that started it.</param>
/// <param name="What">How it escaped, such as <c>queued to the thread pool</c>.</param>
/// <param name="Stack">Where it was started, innermost frame first; ReplayKit's own frames are left out.</param>
/// <param name="Count">How often it escaped there.</param>
public sealed record EscapedWork(int Operation, string What, ImmutableArray<string> Stack, int Count);
