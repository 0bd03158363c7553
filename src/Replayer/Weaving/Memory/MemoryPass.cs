using System.Collections.Frozen;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Tells of the accesses of fields, of elements and of collections that others may share, before they are made.</summary>
/// <remarks>
/// A struct has no identity: what is told of is the field or element that holds it, and which part of it. Locals, and what is reached
/// through an address that came from elsewhere, are not told of. Nothing is told inside static constructors (the runtime holds a lock
/// of its own there), inside exception filters, and in the methods that collections call while they are in the middle of something.
/// </remarks>
internal sealed class MemoryPass(HookReferences hooks, ReportBuilder report)
{
    private static readonly FrozenSet<string> CalledBack = FrozenSet.Create(StringComparer.Ordinal, "Equals", "GetHashCode", "CompareTo", "Compare", "Finalize", ".cctor");
    private readonly WatchedFields _fields = new();

    public void Weave(MethodDefinition method)
    {
        if (CalledBack.Contains(method.Name) || IsOfCompiler(method)) return;
        List<Instruction>? found = null;
        foreach (var instruction in method.Body.Instructions)
        {
            if (IsAccess(method, instruction)) (found ??= []).Add(instruction);
        }

        if (found is null) return;
        method.Body.SimplifyMacros();
        var map = new MethodBodyMap(method.Body);
        var weaving = new MethodAccesses(method, hooks, map);
        foreach (var instruction in found)
        {
            if (!map.IsInFilter(instruction)) weaving.Read(instruction);
        }

        report.Accesses += weaving.Write();
        method.Body.OptimizeMacros();
    }

    private bool IsAccess(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldfld or Code.Stfld or Code.Ldflda or Code.Ldsfld or Code.Stsfld or Code.Ldsflda => _fields.IsWatched(method, (FieldReference)instruction.Operand),
        Code.Call or Code.Callvirt => instruction.Operand is MethodReference called && IsCall(method, called),
        _ => ElementAccess.IsOne(instruction),
    };

    private bool IsCall(MethodDefinition method, MethodReference called) =>
        CollectionMembers.UseOf(called) is not null || ByReferenceCalls.AtomicUseOf(called) is not null
        || (AutoProperties.FieldOf(called) is { } field && _fields.IsWatched(method, field));

    // An event's accessors read, and then exchange what they read: the exchange is what counts. A type of the compiler's own shares nothing.
    private static bool IsOfCompiler(MethodDefinition method)
    {
        if (method.DeclaringType.Name.StartsWith("<>z__", StringComparison.Ordinal) || method.DeclaringType.Name.StartsWith("<Private", StringComparison.Ordinal)) return true;
        // An automatic property is accessed where it is named, not in accessors that have no line of their own.
        if (AutoProperties.IsAccessor(method)) return true;
        return (method.IsAddOn || method.IsRemoveOn) && method.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");
    }
}
