using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Recognises accesses of array elements.</summary>
internal static class ElementAccess
{
    public static bool IsOne(Instruction instruction) => instruction.OpCode.Code == Code.Ldelema || IsRead(instruction) || IsWrite(instruction);

    public static bool IsRead(Instruction instruction) => instruction.OpCode.Code is Code.Ldelem_Any or Code.Ldelem_Ref or Code.Ldelem_I or Code.Ldelem_I1 or Code.Ldelem_I2 or Code.Ldelem_I4
        or Code.Ldelem_I8 or Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldelem_U1 or Code.Ldelem_U2 or Code.Ldelem_U4;

    public static bool IsWrite(Instruction instruction) => instruction.OpCode.Code is Code.Stelem_Any or Code.Stelem_Ref or Code.Stelem_I or Code.Stelem_I1 or Code.Stelem_I2 or Code.Stelem_I4
        or Code.Stelem_I8 or Code.Stelem_R4 or Code.Stelem_R8;

    /// <summary>The type of a local that can hold what is written.</summary>
    public static TypeReference ValueOf(Instruction writing, TypeSystem types) => writing.OpCode.Code switch
    {
        Code.Stelem_Any => (TypeReference)writing.Operand,
        Code.Stelem_Ref => types.Object,
        Code.Stelem_I => types.IntPtr,
        Code.Stelem_I8 => types.Int64,
        Code.Stelem_R4 => types.Single,
        Code.Stelem_R8 => types.Double,
        _ => types.Int32,
    };
}
