using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>A hook that stands in for a member.</summary>
/// <param name="Hook">The hook, in the module of hooks.</param>
/// <param name="TakesSite">Whether it takes the call's site as its last argument.</param>
internal readonly record struct HookMatch(MethodDefinition Hook, bool TakesSite);
