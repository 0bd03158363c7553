using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Takes the synchronization context away while woven code completes a task.</summary>
internal sealed class CompletionPass(HookReferences hooks, ReportBuilder report)
{
    private const string CompilerServices = "System.Runtime.CompilerServices";

    public void Weave(MethodDefinition method)
    {
        var calls = method.Body.Instructions.Where(static instruction => instruction.Operand is MethodReference called && IsCompletion(instruction, called)).ToList();
        if (calls.Count == 0) return;
        method.Body.SimplifyMacros();
        var processor = method.Body.GetILProcessor();
        foreach (var call in calls) Surround(method, processor, call);
        method.Body.OptimizeMacros();
    }

    private void Surround(MethodDefinition method, ILProcessor processor, Instruction call)
    {
        var context = new VariableDefinition(hooks.EnterCompletion.ReturnType);
        method.Body.Variables.Add(context);
        method.Body.InitLocals = true;
        CallShapes.DropTail(call);
        // The place of the call becomes that of the hook: a branch that chose the argument leads there.
        var completing = Instruction.Create(call.OpCode, (MethodReference)call.Operand);
        (call.OpCode, call.Operand) = (OpCodes.Call, hooks.EnterCompletion);
        processor.InsertAfter(call,
        [
            Instruction.Create(OpCodes.Stloc, context), completing, Instruction.Create(OpCodes.Ldloc, context), Instruction.Create(OpCodes.Call, hooks.ExitCompletion),
        ]);
        report.Completions++;
    }

    private static bool IsCompletion(Instruction instruction, MethodReference called)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt)) return false;
        var type = called.DeclaringType;
        return called.Name switch
        {
            "SetResult" or "SetException" or "Complete" when IsBuilder(type) => true,
            "SetResult" or "SetException" when type.Name == "ManualResetValueTaskSourceCore`1" => true,
            "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "SetFromTask" or "TrySetFromTask"
                when type.Namespace == "System.Threading.Tasks" => type.Name is "TaskCompletionSource" or "TaskCompletionSource`1",
            _ => false,
        };
    }

    private static bool IsBuilder(TypeReference type) =>
        type.Name.Contains("MethodBuilder", StringComparison.Ordinal) && (type.Namespace == CompilerServices || type.Resolve() is not null);
}
