using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>What one instruction takes from the stack, and leaves there.</summary>
internal sealed class StackEffect(MethodDefinition method, Instruction instruction, Stack<string> stack)
{
    private string? _lastTaken;

    public void Apply()
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Dup:
                stack.Push(stack.TryPeek(out var top) ? top : throw new StackException(instruction, "the stack is empty"));
                return;
            case Code.Ret:
                Return();
                return;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call((MethodReference)instruction.Operand);
                return;
            case Code.Calli:
                CallIndirectly((CallSite)instruction.Operand);
                return;
            default:
                Pop(instruction.OpCode.StackBehaviourPop);
                if (instruction.OpCode.StackBehaviourPush != StackBehaviour.Push0) stack.Push(Pushed());
                return;
        }
    }

    private void Return()
    {
        if (StackKinds.IsValue(method.ReturnType)) Take(StackKinds.Of(method.ReturnType));
        if (stack.Count > 0) throw new StackException(instruction, $"{stack.Count} values are left");
    }

    private void Call(MethodReference called)
    {
        foreach (var parameter in called.Parameters.Reverse()) Take(StackKinds.Of(StackKinds.Close(parameter.ParameterType, called)));
        if (instruction.OpCode.Code == Code.Newobj)
        {
            stack.Push(StackKinds.Of(called.DeclaringType));
            return;
        }

        if (called.HasThis) TakeReceiver(called);
        var returned = StackKinds.Close(called.ReturnType, called);
        if (StackKinds.IsValue(returned)) stack.Push(StackKinds.Of(returned));
    }

    private void TakeReceiver(MethodReference called)
    {
        var isConstrained = instruction.Previous is { OpCode.Code: Code.Constrained };
        var kind = StackKinds.Of(called.DeclaringType);
        Take(isConstrained || kind != StackKinds.Reference ? StackKinds.Address : StackKinds.Reference);
    }

    private void CallIndirectly(CallSite site)
    {
        Take(StackKinds.Int);
        foreach (var parameter in site.Parameters.Reverse()) Take(StackKinds.Of(parameter.ParameterType));
        if (site.HasThis) Take(null);
        if (StackKinds.IsValue(site.ReturnType)) stack.Push(StackKinds.Of(site.ReturnType));
    }

    private void Pop(StackBehaviour behaviour)
    {
        if (behaviour == StackBehaviour.PopAll) stack.Clear();
        // Fields, elements and stores of structs: what is stored is checked, the rest is counted.
        if (instruction.OpCode.Code is Code.Stfld or Code.Stsfld) Take(StackKinds.Of(StackKinds.Close(((FieldReference)instruction.Operand).FieldType, (FieldReference)instruction.Operand)));
        else if (LocalOf(instruction.Operand) is { } local && instruction.OpCode.Code is Code.Stloc or Code.Stloc_S) Take(StackKinds.Of(LocalOf(instruction.Operand)!.VariableType));
        else if (instruction.OpCode.Code is Code.Stobj) Take(StackKinds.Of((TypeReference)instruction.Operand));
        else if (instruction.OpCode.Code is Code.Box) Take(StackKinds.Of((TypeReference)instruction.Operand));
        else if (CountOf(behaviour) > 0) Take(null);
        for (var i = 1; i < CountOf(behaviour); i++) Take(null);
    }

    private string Pushed() => instruction.OpCode.Code == Code.Ldtoken ? TokenKind() : instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Pushi => instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S or Code.Ldflda or Code.Ldsflda or Code.Ldelema or Code.Unbox or Code.Refanyval
            ? StackKinds.Address
            : instruction.OpCode.Code is Code.Isinst ? StackKinds.Reference : StackKinds.Int,
        StackBehaviour.Pushi8 => StackKinds.Long,
        StackBehaviour.Pushr4 or StackBehaviour.Pushr8 => StackKinds.Float,
        StackBehaviour.Pushref => StackKinds.Reference,
        _ => PushedAny(),
    };

    private string PushedAny() => instruction.OpCode.Code switch
    {
        Code.Ldarg or Code.Ldarg_S => ArgumentKind((ParameterDefinition)instruction.Operand),
        Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => ArgumentKind(instruction.OpCode.Code - Code.Ldarg_0),
        Code.Ldloc or Code.Ldloc_S => StackKinds.Of(((VariableDefinition)instruction.Operand).VariableType),
        Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3 => StackKinds.Of(method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0].VariableType),
        Code.Ldfld or Code.Ldsfld => StackKinds.Of(StackKinds.Close(((FieldReference)instruction.Operand).FieldType, (FieldReference)instruction.Operand)),
        Code.Ldobj or Code.Unbox_Any or Code.Ldelem_Any => StackKinds.Of((TypeReference)instruction.Operand),
        _ => _lastTaken ?? StackKinds.Int,
    };

    private string TokenKind() => instruction.Operand switch
    {
        FieldReference => "v:System.RuntimeFieldHandle",
        MethodReference => "v:System.RuntimeMethodHandle",
        _ => "v:System.RuntimeTypeHandle",
    };

    private string ArgumentKind(int index)
    {
        if (!method.HasThis) return StackKinds.Of(method.Parameters[index].ParameterType);
        return index == 0 ? ThisKind() : StackKinds.Of(method.Parameters[index - 1].ParameterType);
    }

    private string ArgumentKind(ParameterDefinition parameter) => parameter == method.Body.ThisParameter ? ThisKind() : StackKinds.Of(parameter.ParameterType);

    private string ThisKind() => method.DeclaringType.IsValueType ? StackKinds.Address : StackKinds.Reference;

    private static VariableDefinition? LocalOf(object? operand) => operand as VariableDefinition;

    private void Take(string? wanted)
    {
        if (!stack.TryPop(out var taken)) throw new StackException(instruction, "the stack is empty");
        if (wanted is not null && !StackKinds.Fits(taken, wanted)) throw new StackException(instruction, $"finds {taken} where {wanted} is wanted");
        _lastTaken = taken;
    }

    private static int CountOf(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 or StackBehaviour.PopAll => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        _ => throw new InvalidOperationException($"{behaviour} is not counted."),
    };
}
