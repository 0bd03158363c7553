using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>The forms in which IL calls a member, and which of them a hook cannot stand in for.</summary>
internal static class CallShapes
{
    /// <summary>Whether a delegate, or a function pointer, is made of the member.</summary>
    public static bool IsMethodGroup(Instruction instruction) => instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn;

    /// <summary>Whether a struct is constructed where it lies: its address is on the stack, and nothing comes back.</summary>
    public static bool IsInPlaceConstruction(Instruction call) =>
        call.OpCode.Code == Code.Call && call.Operand is MethodReference { Name: ".ctor" } called && Signature.IsStruct(called.DeclaringType);

    /// <summary>Why a call stays as it is although its member has a hook; null where the hook stands in for it.</summary>
    public static string? WhyItStays(Instruction instruction)
    {
        var called = (MethodReference)instruction.Operand;
        if (called.Name == ".ctor")
            return instruction.OpCode.Code == Code.Newobj || IsInPlaceConstruction(instruction) ? null : "a class that derives from it calls it";
        if (IsOnBase(instruction, called)) return "it is called on base: a hook would call the override";
        return ConstraintOf(instruction) is { Operand: TypeReference type } && !IsReference(type) ? "it is called on a type parameter, which may be a struct" : null;
    }

    /// <summary>The prefix that says of which type the receiver's address is; null when there is none.</summary>
    public static Instruction? ConstraintOf(Instruction call) => PrefixOf(call, Code.Constrained);

    /// <summary>Takes away the promise that nothing follows the call, for a call that something will follow.</summary>
    public static void DropTail(Instruction call)
    {
        if (PrefixOf(call, Code.Tail) is { } tail) tail.OpCode = OpCodes.Nop;
    }

    private static Instruction? PrefixOf(Instruction call, Code prefix)
    {
        for (var before = call.Previous; before is { OpCode.OpCodeType: OpCodeType.Prefix }; before = before.Previous)
        {
            if (before.OpCode.Code == prefix) return before;
        }

        return null;
    }

    // Compilers call a virtual member of another assembly without dispatch for one purpose.
    private static bool IsOnBase(Instruction instruction, MethodReference called) =>
        instruction.OpCode.Code is Code.Call or Code.Ldftn
        && called.HasThis
        && !Signature.IsStruct(called.DeclaringType)
        && called.Resolve() is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false };

    private static bool IsReference(TypeReference type) =>
        type is GenericParameter parameter
            ? parameter.HasReferenceTypeConstraint || parameter.Constraints.Any(static constraint => IsClass(constraint.ConstraintType))
            : !Signature.IsStruct(type);

    private static bool IsClass(TypeReference type) => type is GenericParameter ? IsReference(type) : type.Resolve() is { IsClass: true, IsValueType: false };
}
