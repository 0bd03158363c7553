using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Inserts runs of instructions.</summary>
internal static class InstructionInsertion
{
    /// <summary>Inserts <paramref name="added"/>, in order, behind <paramref name="anchor"/>.</summary>
    public static void InsertAfter(this ILProcessor processor, Instruction anchor, IReadOnlyList<Instruction> added)
    {
        foreach (var instruction in added)
        {
            processor.InsertAfter(anchor, instruction);
            anchor = instruction;
        }
    }

    /// <summary>Puts <paramref name="replacement"/> where <paramref name="instruction"/> stood. It stays, as the first of them: it may be a branch's target, or the begin of a block.</summary>
    public static void Become(this ILProcessor processor, Instruction instruction, IReadOnlyList<Instruction> replacement)
    {
        (instruction.OpCode, instruction.Operand) = (replacement[0].OpCode, replacement[0].Operand);
        processor.InsertAfter(instruction, [.. replacement.Skip(1)]);
    }
}
