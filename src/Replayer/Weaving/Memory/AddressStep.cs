using Mono.Cecil.Cil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>One thing that is done to an address that was taken.</summary>
/// <param name="Consumer">The instruction that does it.</param>
/// <param name="Use">What it does.</param>
/// <param name="Part">The part of the struct that it does it to, such as <c>:Item1</c>; empty for the whole.</param>
internal readonly record struct AddressStep(Instruction Consumer, MemoryUse Use, string Part)
{
    /// <summary>Whether it is told of once it is done.</summary>
    public bool IsAtomic => Use is MemoryUse.AtomicRead or MemoryUse.AtomicWrite or MemoryUse.AtomicUpdate;
}
