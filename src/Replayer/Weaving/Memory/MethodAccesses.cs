using Mono.Cecil;
using Mono.Cecil.Cil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>The accesses of one method: read all first, as compiled, and written into it then.</summary>
internal sealed class MethodAccesses(MethodDefinition method, HookReferences hooks, MethodBodyMap map)
{
    private const int IndexOrdinal = -1;
    private readonly AccessCode _code = new(method, hooks);
    private readonly AddressUses _addresses = new(map);
    private readonly Receivers _receivers = new(method, map);
    private readonly List<Action> _edits = [];
    private readonly HashSet<Instruction> _atomics = [];
    private readonly List<Instruction> _atomicCalls = [];

    private TypeSystem Types => method.Module.TypeSystem;

    /// <summary>Notes an access, and what is to be written for it.</summary>
    public void Read(Instruction access)
    {
        switch (access.OpCode.Code)
        {
            case Code.Ldfld:
                Edit(() => Field(access, MethodBodyMap.HasPrefix(access, Code.Volatile) ? MemoryUse.VolatileRead : MemoryUse.Read));
                break;
            case Code.Stfld:
                Edit(() => Stored(access, MethodBodyMap.HasPrefix(access, Code.Volatile) ? MemoryUse.VolatileWrite : MemoryUse.Write));
                break;
            case Code.Ldsfld:
                Edit(() => Static(access, MethodBodyMap.HasPrefix(access, Code.Volatile) ? MemoryUse.VolatileRead : MemoryUse.Read));
                break;
            case Code.Stsfld:
                Edit(() => Static(access, MethodBodyMap.HasPrefix(access, Code.Volatile) ? MemoryUse.VolatileWrite : MemoryUse.Write));
                break;
            case Code.Ldflda or Code.Ldsflda or Code.Ldelema:
                Address(access);
                break;
            case Code.Call or Code.Callvirt:
                Called(access, (MethodReference)access.Operand);
                break;
            default:
                Element(access);
                break;
        }
    }

    /// <summary>Writes what was noted.</summary>
    /// <returns>How many accesses there were.</returns>
    public int Write()
    {
        foreach (var call in _atomicCalls.Where(call => !_atomics.Contains(call))) Edit(() => Unnamed(call));
        foreach (var edit in _edits) edit();
        return _edits.Count;
    }

    private void Edit(Action edit) => _edits.Add(edit);

    private void Field(Instruction access, MemoryUse use) => _code.Before(access, [Instruction.Create(OpCodes.Dup), .. _code.Field(use, SiteOf(access))]);

    private void Stored(Instruction access, MemoryUse use)
    {
        var value = _code.Spill(TypeClosing.TypeOf((FieldReference)access.Operand));
        _code.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, value), Instruction.Create(OpCodes.Dup), .. _code.Field(use, SiteOf(access)), Instruction.Create(OpCodes.Ldloc, value),
        ]);
    }

    private void Static(Instruction access, MemoryUse use) => _code.Before(access, _code.Static((FieldReference)access.Operand, use, SiteOf(access)));

    private void Element(Instruction access)
    {
        var isRead = ElementAccess.IsRead(access);
        // The compiler writes the elements of an initialiser through copies of the new array's reference.
        if (!isRead && map.ProducerOf(access, 2) is { OpCode.Code: Code.Dup or Code.Newarr }) return;
        Edit(() =>
        {
            var index = _code.Spill(Types.IntPtr, IndexOrdinal);
            Instruction[] told = [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, index), .. _code.Element(isRead ? MemoryUse.Read : MemoryUse.Write, SiteOf(access))];
            if (isRead)
            {
                _code.Before(access, [Instruction.Create(OpCodes.Stloc, index), .. told, Instruction.Create(OpCodes.Ldloc, index)]);
                return;
            }

            var value = _code.Spill(ElementAccess.ValueOf(access, Types));
            _code.Before(access,
            [
                Instruction.Create(OpCodes.Stloc, value), Instruction.Create(OpCodes.Stloc, index), .. told,
                Instruction.Create(OpCodes.Ldloc, index), Instruction.Create(OpCodes.Ldloc, value),
            ]);
        });
    }

    private void Address(Instruction taking)
    {
        var steps = _addresses.Of(taking);
        foreach (var step in steps.Where(static step => step.IsAtomic)) _atomics.Add(step.Consumer);
        var sites = steps.ConvertAll(step => SiteOf(taking, step.Consumer, step.Part));
        Edit(() =>
        {
            var told = Identify(taking, steps.Count > 0);
            for (var i = 0; i < steps.Count; i++) Tell(steps[i], sites[i], told);
        });
    }

    // Keeps what names the location for when something is done to it; where that is not seen, tells of the address.
    private Func<MemoryUse, string, Instruction[]> Identify(Instruction taking, bool isUsed)
    {
        if (taking.OpCode.Code == Code.Ldsflda)
        {
            if (!isUsed) Static(taking, MemoryUse.Address);
            return (use, site) => _code.Static((FieldReference)taking.Operand, use, site);
        }

        if (taking.OpCode.Code == Code.Ldflda)
        {
            if (!isUsed)
            {
                Field(taking, MemoryUse.Address);
                return (_, _) => [];
            }

            var target = _code.Local(Types.Object);
            _code.Before(taking, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, target)]);
            return (use, site) => [Instruction.Create(OpCodes.Ldloc, target), .. _code.Field(use, site)];
        }

        var (array, index) = (_code.Local(Types.Object), _code.Local(Types.IntPtr));
        Instruction[] Element(MemoryUse use, string site) => [Instruction.Create(OpCodes.Ldloc, array), Instruction.Create(OpCodes.Ldloc, index), .. _code.Element(use, site)];
        _code.Before(taking,
        [
            Instruction.Create(OpCodes.Stloc, index), Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, array),
            .. isUsed ? [] : Element(MemoryUse.Address, SiteOf(taking)), Instruction.Create(OpCodes.Ldloc, index),
        ]);
        return Element;
    }

    private void Tell(AddressStep step, string site, Func<MemoryUse, string, Instruction[]> told)
    {
        if (!step.IsAtomic)
        {
            _code.JustBefore(step.Consumer, told(step.Use, site));
            return;
        }

        if (!HasPoint(step.Consumer)) _code.JustBefore(step.Consumer, told(MemoryUse.AtomicNext, site));
        _code.After(step.Consumer, told(step.Use, site));
    }

    private void Called(Instruction call, MethodReference called)
    {
        if (ByReferenceCalls.AtomicUseOf(called) is not null)
        {
            _atomicCalls.Add(call);
            return;
        }

        if (MethodBodyMap.HasPrefix(call, Code.Constrained)) return;
        if (AutoProperties.FieldOf(called) is { } field)
        {
            Edit(() => Property(call, called, field));
            return;
        }

        var of = _receivers.FieldOf(call);
        Edit(() => Shared(call, called, of));
    }

    private void Property(Instruction call, MethodReference called, FieldDefinition field)
    {
        var site = CodeSites.Of(method, call, FieldNames.Qualified(field));
        var use = called.Parameters.Count == 0 ? MemoryUse.Read : MemoryUse.Write;
        if (!called.HasThis)
        {
            _code.Before(call, [Instruction.Create(OpCodes.Ldtoken, called.DeclaringType), .. _code.Static(use, site)]);
            return;
        }

        var value = called.Parameters.Count == 0 ? null : _code.Spill(TypeClosing.TypeOf(called, called.Parameters[0]));
        _code.Before(call,
        [
            .. value is null ? (Instruction[])[] : [Instruction.Create(OpCodes.Stloc, value)],
            Instruction.Create(OpCodes.Dup),
            .. _code.Field(use, site),
            .. value is null ? (Instruction[])[] : [Instruction.Create(OpCodes.Ldloc, value)],
        ]);
    }

    private void Shared(Instruction call, MethodReference called, string of)
    {
        var spills = called.Parameters.Select((parameter, index) => _code.Spill(TypeClosing.TypeOf(called, parameter), index)).ToList();
        var site = CodeSites.Of(method, call, CodeSites.NameOf(called), of);
        _code.Before(call,
        [
            .. spills.AsEnumerable().Reverse().Select(static spill => Instruction.Create(OpCodes.Stloc, spill)),
            Instruction.Create(OpCodes.Dup),
            .. _code.Share(CollectionMembers.UseOf(called)!.Value, site),
            .. spills.Select(static spill => Instruction.Create(OpCodes.Ldloc, spill)),
        ]);
    }

    // An atomic operation on what came as an address: it may be any location.
    private void Unnamed(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        var site = CodeSites.Of(method, call, CodeSites.NameOf(called));
        _code.After(call, [Instruction.Create(OpCodes.Ldnull), .. _code.Field(ByReferenceCalls.AtomicUseOf(called)!.Value, site)]);
    }

    // What has a hook of its own makes a point there.
    private bool HasPoint(Instruction consumer) => hooks.Catalog.RowOf((MethodReference)consumer.Operand) is { Hooks.Length: > 0 };

    private string SiteOf(Instruction access) => SiteOf(access, access, "");

    private string SiteOf(Instruction access, Instruction where, string part) =>
        CodeSites.Of(method, where, (access.Operand is FieldReference field ? FieldNames.Qualified(field) : "element") + part);
}
