using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>How many values an instruction takes from the evaluation stack, and how many it leaves there.</summary>
internal static class StackEffect
{
    /// <summary>What it takes; -1 when it empties the stack.</summary>
    public static int Pops(Instruction instruction)
    {
        if (instruction.Operand is IMethodSignature called && instruction.OpCode.FlowControl == FlowControl.Call) return ArgumentsOf(instruction, called);
        return instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.PopAll or StackBehaviour.Varpop => -1,
            StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
                or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
            _ => 2,
        };
    }

    /// <summary>What it leaves.</summary>
    public static int Pushes(Instruction instruction)
    {
        if (instruction.Operand is IMethodSignature called && instruction.OpCode.FlowControl == FlowControl.Call)
            return instruction.OpCode.Code == Code.Newobj || !IsVoid(called.ReturnType) ? 1 : 0;
        return instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => 0,
            StackBehaviour.Push1_push1 => 2,
            _ => 1,
        };
    }

    /// <summary>Whether control need not go on, or not only, at the next instruction.</summary>
    public static bool Branches(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;

    private static int ArgumentsOf(Instruction instruction, IMethodSignature called)
    {
        var count = called.Parameters.Count;
        if (called.HasThis && !called.ExplicitThis && instruction.OpCode.Code != Code.Newobj) count++;
        return instruction.OpCode.Code == Code.Calli ? count + 1 : count;
    }

    private static bool IsVoid(TypeReference type) => type switch
    {
        IModifierType modified => IsVoid(modified.ElementType),
        _ => type.MetadataType == MetadataType.Void,
    };
}
