using Mono.Cecil;
using Mono.Cecil.Cil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Writes the calls of memory hooks into one method.</summary>
internal sealed class AccessCode(MethodDefinition method, HookReferences hooks)
{
    private readonly ILProcessor _processor = method.Body.GetILProcessor();
    private readonly Dictionary<(string Type, int Ordinal), VariableDefinition> _spills = [];

    /// <summary>A local of its own.</summary>
    public VariableDefinition Local(TypeReference type)
    {
        var local = new VariableDefinition(type);
        method.Body.Variables.Add(local);
        return local;
    }

    /// <summary>A local that holds a value for a moment: the same one wherever a value of this type is put aside.</summary>
    public VariableDefinition Spill(TypeReference type, int ordinal = 0)
    {
        if (!_spills.TryGetValue((type.FullName, ordinal), out var local)) _spills.Add((type.FullName, ordinal), local = Local(type));
        return local;
    }

    /// <summary>The call that tells of an access of an instance field; its target is on the stack.</summary>
    public Instruction[] Field(MemoryUse use, string site) => Call(hooks.MemoryField, use, site);

    /// <summary>The call that tells of an access of a static field.</summary>
    public Instruction[] Static(FieldReference field, MemoryUse use, string site) =>
        [Instruction.Create(OpCodes.Ldtoken, field.DeclaringType), .. Call(hooks.MemoryStatic, use, site)];

    /// <summary>The call that tells of an access of a static field; its type is on the stack.</summary>
    public Instruction[] Static(MemoryUse use, string site) => Call(hooks.MemoryStatic, use, site);

    /// <summary>The call that tells of an access of an element; the array and the index are on the stack.</summary>
    public Instruction[] Element(MemoryUse use, string site) => Call(hooks.MemoryElement, use, site);

    /// <summary>The call that tells of a use of a collection; it is on the stack.</summary>
    public Instruction[] Share(MemoryUse use, string site) => Call(hooks.MemoryShare, use, site);

    /// <summary>Puts code before an instruction and its prefixes, and leads the branches to them there.</summary>
    /// <returns>The instruction, where it stands now.</returns>
    public Instruction Before(Instruction access, IReadOnlyList<Instruction> added)
    {
        var first = MethodBodyMap.FirstPrefix(access);
        var copy = CopyOf(first);
        (first.OpCode, first.Operand) = (added[0].OpCode, added[0].Operand);
        _processor.InsertAfter(first, [.. added.Skip(1), copy]);
        return first == access ? copy : access;
    }

    /// <summary>Puts code before an instruction that no branch leads to.</summary>
    public void JustBefore(Instruction consumer, IReadOnlyList<Instruction> added)
    {
        var first = MethodBodyMap.FirstPrefix(consumer);
        foreach (var instruction in added) _processor.InsertBefore(first, instruction);
    }

    /// <summary>Puts code behind an instruction.</summary>
    public void After(Instruction instruction, IReadOnlyList<Instruction> added) => _processor.InsertAfter(instruction, added);

    private static Instruction[] Call(MethodReference hook, MemoryUse use, string site) =>
        [Instruction.Create(OpCodes.Ldc_I4, (int)use), Instruction.Create(OpCodes.Ldstr, site), Instruction.Create(OpCodes.Call, hook)];

    private static Instruction CopyOf(Instruction instruction)
    {
        var copy = Instruction.Create(OpCodes.Nop);
        (copy.OpCode, copy.Operand, copy.Offset) = (instruction.OpCode, instruction.Operand, instruction.Offset);
        return copy;
    }
}
