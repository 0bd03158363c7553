using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using ReplayKit.Replayer.Weaving.Memory;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Sends the calls of the control list to their hooks: calls, constructors, and method groups.</summary>
internal sealed class ApiCallPass(HookReferences hooks, ReportBuilder report)
{
    private readonly Dictionary<string, HookMatch?> _matches = new(StringComparer.Ordinal);
    private readonly ThunkFactory _thunks = new(hooks);

    public void Weave(MethodDefinition method)
    {
        List<Instruction>? found = null;
        DisposeThroughTypes(method);
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj or Code.Ldftn or Code.Ldvirtftn) || instruction.Operand is not MethodReference called) continue;
            // The namespace first: most calls are not on the list, and their names need not be built.
            if (!IsOfFramework(called.DeclaringType) || IsOfOwnModule(called.DeclaringType)) continue;
            if (hooks.Catalog.RowOf(called) is { } row && IsToChange(method, row, instruction)) (found ??= []).Add(instruction);
        }

        if (found is null) return;
        method.Body.SimplifyMacros();
        var processor = method.Body.GetILProcessor();
        var receivers = new Receivers(method, new MethodBodyMap(method.Body));
        foreach (var instruction in found) Replace(new HookedMethod(method, processor, receivers), instruction);
        method.Body.OptimizeMacros();
    }

    private bool IsToChange(MethodDefinition method, ApiRow row, Instruction instruction)
    {
        var called = (MethodReference)instruction.Operand;
        if (MatchOf(row, called) is not null)
        {
            if (CallShapes.WhyItStays(instruction) is not { } reason) return true;
            report.Skip(method.FullName, CodeSites.NameOf(called), reason);
            return false;
        }

        if (row.Control == ApiControl.Refused) report.Skip(method.FullName, CodeSites.NameOf(called), row.Reason);
        else if (row.Hooks.Length > 0 && row.Others.Length == 0) report.Skip(method.FullName, CodeSites.NameOf(called), "this overload has no hook");
        return false;
    }

    private void Replace(HookedMethod inside, Instruction instruction)
    {
        var (method, processor, receivers) = inside;
        var called = (MethodReference)instruction.Operand;
        var match = MatchOf(hooks.Catalog.RowOf(called)!, called)!.Value;
        report.Call($"{called.DeclaringType.GetElementType().FullName}::{called.Name}");
        var site = match.TakesSite ? CodeSites.Of(method, instruction, CodeSites.NameOf(called), receivers.FieldOf(instruction)) : "";
        if (CallShapes.IsMethodGroup(instruction)) ReplaceMethodGroup(processor, instruction, _thunks.For(called, match, site));
        else ReplaceCall(method, processor, instruction, new HookCall(hooks.Import(called, match.Hook), match, site));
    }

    // The framework's own implementation, where that is woven: it is what the hooks stand on.
    private static bool IsOfOwnModule(TypeReference type) => type.GetElementType() is TypeDefinition or { Scope: ModuleDefinition };

    // A struct in a using statement is disposed of through the interface: constrained to its type, so that it is not boxed.
    private void DisposeThroughTypes(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (CallShapes.ConstraintOf(instruction) is not { Operand: TypeReference type } constraint || instruction.Operand is not MethodReference { Parameters.Count: 0 } called) continue;
            if (called.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync)) || !type.IsValueType || !IsOfFramework(type) || IsOfOwnModule(type)) continue;
            var own = new MethodReference(called.Name, called.ReturnType, type) { HasThis = true };
            if (hooks.Catalog.RowOf(own) is not { Hooks.Length: > 0 }) continue;
            (constraint.OpCode, constraint.Operand) = (OpCodes.Nop, null);
            (instruction.OpCode, instruction.Operand) = (OpCodes.Call, own);
        }
    }

    // A delegate to a member: to a method that calls the hook. The receiver, if any, stays the delegate's target.
    private static void ReplaceMethodGroup(ILProcessor processor, Instruction instruction, MethodReference thunk)
    {
        if (instruction.OpCode.Code == Code.Ldvirtftn) processor.Become(instruction, [Instruction.Create(OpCodes.Pop), Instruction.Create(OpCodes.Ldftn, thunk)]);
        else (instruction.OpCode, instruction.Operand) = (OpCodes.Ldftn, thunk);
    }

    private void ReplaceCall(MethodDefinition method, ILProcessor processor, Instruction instruction, HookCall hook)
    {
        var called = (MethodReference)instruction.Operand;
        CallShapes.DropTail(instruction);
        var isInPlace = CallShapes.IsInPlaceConstruction(instruction);
        List<Instruction> added = hook.Match.TakesSite ? [Instruction.Create(OpCodes.Ldstr, hook.Site)] : [];
        added.Add(Instruction.Create(OpCodes.Call, hook.Method));
        // The address of a struct lies below the constructor's arguments.
        if (isInPlace) added.Add(Instruction.Create(OpCodes.Stobj, called.DeclaringType));
        if (CallShapes.ConstraintOf(instruction) is { } constraint) Dereference(method, processor, constraint, hook);
        processor.Become(instruction, added);
    }

    // The receiver of a constrained call is an address, and lies below the arguments: it becomes what it points to, where the prefix stood.
    private void Dereference(MethodDefinition method, ILProcessor processor, Instruction constraint, HookCall hook)
    {
        var type = (TypeReference)constraint.Operand;
        var arguments = (hook.Method as GenericInstanceMethod)?.GenericArguments.ToList();
        var count = hook.Match.Hook.Parameters.Count - (hook.Match.TakesSite ? 1 : 0);
        var locals = hook.Match.Hook.Parameters.Take(count).Skip(1).Select(parameter => new VariableDefinition(hooks.Close(parameter.ParameterType, arguments))).ToList();
        foreach (var local in locals) method.Body.Variables.Add(local);
        processor.Become(constraint,
        [
            .. locals.AsEnumerable().Reverse().Select(static local => Instruction.Create(OpCodes.Stloc, local)),
            Instruction.Create(OpCodes.Ldobj, type),
            Instruction.Create(OpCodes.Box, type),
            .. locals.Select(static local => Instruction.Create(OpCodes.Ldloc, local)),
        ]);
    }

    private HookMatch? MatchOf(ApiRow row, MethodReference called)
    {
        var key = called.GetElementMethod().FullName;
        if (!_matches.TryGetValue(key, out var match)) _matches.Add(key, match = hooks.Catalog.Find(row, called));
        return match;
    }

    private static bool IsOfFramework(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type.Namespace.StartsWith("System", StringComparison.Ordinal);
    }

    private readonly record struct HookedMethod(MethodDefinition Method, ILProcessor Processor, Receivers Receivers);

    private readonly record struct HookCall(MethodReference Method, HookMatch Match, string Site);
}
