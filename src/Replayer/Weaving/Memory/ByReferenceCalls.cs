using Mono.Cecil;
using Mono.Cecil.Cil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>What a method does to what it is given the address of.</summary>
internal static class ByReferenceCalls
{
    private const string ReadOnly = "IsReadOnlyAttribute";

    /// <summary>What it does; null when that is not known.</summary>
    /// <param name="called">The method.</param>
    /// <param name="position">0-based position of the address among its arguments, the receiver first.</param>
    public static MemoryUse? UseOf(MethodReference called, int position)
    {
        if (AtomicUseOf(called) is { } atomic) return position == 0 ? atomic : null;
        if (called.HasThis && position == 0) return OfReceiver(called);
        var parameter = called.Parameters[called.HasThis ? position - 1 : position];
        if (parameter.ParameterType is IModifierType { ModifierType.Name: "InAttribute" }) return MemoryUse.Read;
        return Resolution.Of(called) is { } resolved && resolved.Parameters.Count == called.Parameters.Count ? OfParameter(resolved.Parameters[parameter.Index]) : null;
    }

    /// <summary>What an atomic operation does to the location that its first argument names; null when the method is none.</summary>
    public static MemoryUse? AtomicUseOf(MethodReference called)
    {
        if (called.DeclaringType is not { Namespace: "System.Threading" or "System.Collections.Immutable" } type) return null;
        return (type.Name, called.Name) switch
        {
            ("Volatile", "Read") or ("Interlocked", "Read") => MemoryUse.AtomicRead,
            ("Volatile", "Write") => MemoryUse.AtomicWrite,
            ("Volatile" or "Interlocked" or "LazyInitializer" or "ImmutableInterlocked", _) => MemoryUse.AtomicUpdate,
            _ => null,
        };
    }

    private static MemoryUse? OfParameter(ParameterDefinition parameter)
    {
        if (parameter.IsOut) return MemoryUse.Write;
        return parameter.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == ReadOnly) ? MemoryUse.Read : null;
    }

    // A method of a struct reads it at least. That of a program's own struct is looked into; one of the framework's is taken to only read.
    private static MemoryUse OfReceiver(MethodReference called) =>
        called.DeclaringType.GetElementType() is TypeDefinition && Resolution.Of(called) is { HasBody: true } resolved && Writes(resolved) ? MemoryUse.Write : MemoryUse.Read;

    private static bool Writes(MethodDefinition method) =>
        method.Body.Instructions.Any(instruction =>
            (instruction.OpCode.Code == Code.Stfld && instruction.Operand is FieldReference field && field.DeclaringType.GetElementType() == method.DeclaringType)
            || (instruction.OpCode.Code is Code.Stobj or Code.Initobj && instruction.Operand is TypeReference type && type.GetElementType() == method.DeclaringType));
}
