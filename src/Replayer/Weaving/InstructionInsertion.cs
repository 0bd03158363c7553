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
}
