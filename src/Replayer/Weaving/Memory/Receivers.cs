using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Finds the field that holds the object on which a call works, where the code shows it straight on: its receiver, or the first argument of a static member.</summary>
/// <remarks>The compiler puts the object of a lock statement into a local first; one that is written once is looked through.</remarks>
internal sealed class Receivers(MethodDefinition method, MethodBodyMap map)
{
    /// <summary>The field as people write it, such as <c>Cache._prices</c>; empty when none is seen.</summary>
    public string FieldOf(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        if (call.OpCode.Code is not (Code.Call or Code.Callvirt) || (!called.HasThis && called.Parameters.Count == 0)) return "";
        var above = called.HasThis ? called.Parameters.Count : called.Parameters.Count - 1;
        // Nothing branches to a call with its arguments on the stack; what prefixes stand before it takes none.
        return FieldOf(map.ProducerOf(MethodBodyMap.FirstPrefix(call), above), isLocalSeen: false);
    }

    private string FieldOf(Instruction? producer, bool isLocalSeen) => producer switch
    {
        { OpCode.Code: Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda, Operand: FieldReference field } => NameOf(field),
        { OpCode.Code: Code.Dup, Previous: { } before } => FieldOf(before, isLocalSeen),
        { OpCode.Code: Code.Ldloc, Operand: VariableDefinition local } when !isLocalSeen && OnlyWriteOf(local) is { } write => FieldOf(map.ProducerOf(write, 0), isLocalSeen: true),
        _ => "",
    };

    private Instruction? OnlyWriteOf(VariableDefinition local)
    {
        var writes = method.Body.Instructions.Where(instruction => instruction.OpCode.Code is Code.Stloc or Code.Ldloca && instruction.Operand == local).Take(2).ToList();
        return writes is [{ OpCode.Code: Code.Stloc } only] ? only : null;
    }

    // What the compiler made for itself has no name that people know.
    private static string NameOf(FieldReference field) =>
        field.Name.StartsWith("<>", StringComparison.Ordinal) || field.Name.StartsWith("CS$<>", StringComparison.Ordinal) ? "" : FieldNames.Qualified(field);
}
