using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

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
        foreach (var instruction in found) Replace(method, processor, instruction);
        method.Body.OptimizeMacros();
    }

    private bool IsToChange(MethodDefinition method, ApiRow row, Instruction instruction)
    {
        var called = (MethodReference)instruction.Operand;
        if (MatchOf(row, called) is { } match)
        {
            if (IsOfBase(instruction, called)) return false;
            if (IsConstrained(instruction))
            {
                report.Skip(method.FullName, CodeSites.NameOf(called), "it is called on a type parameter");
                return false;
            }

            if (IsMethodGroup(instruction) && called.HasThis && called.DeclaringType.IsValueType)
            {
                report.Skip(method.FullName, CodeSites.NameOf(called), "a delegate to it holds a copy of its struct");
                return false;
            }

            // A thunk stands outside the generic code that would have to be named in it.
            if (!IsMethodGroup(instruction) || !match.TakesSite || !ThunkFactory.IsOpen(called)) return true;
            report.Skip(method.FullName, CodeSites.NameOf(called), "a delegate to it is made in generic code");
            return false;
        }

        if (row.Control == ApiControl.Refused) report.Skip(method.FullName, CodeSites.NameOf(called), row.Reason);
        else if (row.Hooks.Length > 0 && row.Others.Length == 0) report.Skip(method.FullName, CodeSites.NameOf(called), "this overload has no hook");
        return false;
    }

    private void Replace(MethodDefinition method, ILProcessor processor, Instruction instruction)
    {
        var called = (MethodReference)instruction.Operand;
        var match = MatchOf(hooks.Catalog.RowOf(called)!, called)!.Value;
        report.Call($"{called.DeclaringType.GetElementType().FullName}::{called.Name}");
        var site = match.TakesSite ? CodeSites.Of(method, instruction, CodeSites.NameOf(called)) : "";
        if (IsMethodGroup(instruction))
        {
            // A delegate to a member: to a method of ours that calls the hook. The receiver, if any, stays the delegate's target.
            if (instruction.OpCode.Code == Code.Ldvirtftn) processor.InsertBefore(instruction, Instruction.Create(OpCodes.Pop));
            instruction.OpCode = OpCodes.Ldftn;
            instruction.Operand = _thunks.For(called, match, site);
            return;
        }

        // The instruction may be a branch's target: it stays, as the first of what takes its place.
        var call = Instruction.Create(OpCodes.Call, hooks.Import(called, match.Hook));
        if (match.TakesSite)
        {
            instruction.OpCode = OpCodes.Ldstr;
            instruction.Operand = site;
            processor.InsertAfter(instruction, call);
        }
        else
        {
            instruction.OpCode = OpCodes.Call;
            instruction.Operand = call.Operand;
        }
    }

    // A call of a base class's own constructor or member, from a class of the program's that derives from it: it makes no object, and a hook would call back.
    private static bool IsOfBase(Instruction instruction, MethodReference called)
    {
        if (instruction.OpCode.Code != Code.Call || !called.HasThis) return false;
        return called.Resolve() is { DeclaringType.IsValueType: false } member && (member.IsConstructor || member.IsVirtual);
    }

    // The framework's own implementation, where that is woven: it is what the hooks stand on.
    private static bool IsOfOwnModule(TypeReference type) => type.GetElementType() is TypeDefinition or { Scope: ModuleDefinition };

    // A struct in a using statement is disposed of through the interface: constrained to its type, so that it is not boxed.
    private void DisposeThroughTypes(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (!IsConstrained(instruction) || instruction.Operand is not MethodReference { Parameters.Count: 0 } called) continue;
            var type = (TypeReference)instruction.Previous.Operand!;
            if (called.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync)) || !type.IsValueType || !IsOfFramework(type) || IsOfOwnModule(type)) continue;
            var own = new MethodReference(called.Name, called.ReturnType, type) { HasThis = true };
            if (hooks.Catalog.RowOf(own) is not { Hooks.Length: > 0 }) continue;
            instruction.Previous.OpCode = OpCodes.Nop;
            instruction.Previous.Operand = null;
            instruction.OpCode = OpCodes.Call;
            instruction.Operand = own;
        }
    }

    private static bool IsConstrained(Instruction instruction) => instruction.Previous?.OpCode.Code == Code.Constrained;

    private static bool IsMethodGroup(Instruction instruction) => instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn;

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
}
