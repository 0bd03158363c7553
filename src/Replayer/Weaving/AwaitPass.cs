using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Makes every await of a state machine a scheduling point.</summary>
/// <remarks>
/// The compiler emits, per await: <c>GetAwaiter</c>, <c>IsCompleted</c>, a branch, and <c>builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine)</c>.
/// The answer of IsCompleted passes through a hook, and the builder gets a hook's awaiter in place of the original.
/// </remarks>
internal sealed class AwaitPass(HookReferences hooks, ReportBuilder report)
{
    private const int AwaitedLookBack = 12;

    public void Weave(MethodDefinition method)
    {
        report.AsyncMethods++;
        var body = method.Body;
        body.SimplifyMacros();
        var processor = body.GetILProcessor();
        foreach (var (ordinal, found) in AwaitFinder.In(method).Index())
        {
            var awaiter = ((GenericInstanceMethod)found.Suspensions[0].Operand).GenericArguments[0];
            if (IsRefStruct(awaiter))
            {
                report.Skip(method.DeclaringType.FullName, $"await on {awaiter.FullName}", "its awaiter is a ref struct, which cannot be kept");
                continue;
            }

            var site = SiteOf(method, found.Question ?? found.Suspensions[0], ordinal);
            if (found.Question is { } question)
            {
                var answer = OutsideAwaits.Contains(awaiter, AwaitedBy(question)) ? hooks.AfterOutsideIsCompleted : hooks.AfterIsCompleted;
                processor.InsertAfter(question, [Instruction.Create(OpCodes.Ldstr, site), Instruction.Create(OpCodes.Call, answer)]);
            }

            foreach (var suspension in found.Suspensions) Suspend(method, processor, suspension, site);
            report.Awaits++;
        }

        body.OptimizeMacros();
    }

    private void Suspend(MethodDefinition method, ILProcessor processor, Instruction call, string site)
    {
        var original = (GenericInstanceMethod)call.Operand;
        var (awaiter, machine) = (original.GenericArguments[0], original.GenericArguments[1]);
        var machineReference = AddLocal(method, new ByReferenceType(machine));
        var hookAwaiter = AddLocal(method, hooks.HookAwaiter);
        var wrap = new GenericInstanceMethod(hooks.Wrap) { GenericArguments = { awaiter } };
        var replaced = new GenericInstanceMethod(original.ElementMethod) { GenericArguments = { hooks.HookAwaiter, machine } };
        var calling = call.OpCode;
        CallShapes.DropTail(call);
        processor.Become(call,
        [
            Instruction.Create(OpCodes.Stloc, machineReference),
            Instruction.Create(OpCodes.Ldstr, site),
            Instruction.Create(OpCodes.Call, wrap),
            Instruction.Create(OpCodes.Stloc, hookAwaiter),
            Instruction.Create(OpCodes.Ldloca, hookAwaiter),
            Instruction.Create(OpCodes.Ldloc, machineReference),
            Instruction.Create(calling, replaced),
        ]);
    }

    private static VariableDefinition AddLocal(MethodDefinition method, TypeReference type)
    {
        var local = new VariableDefinition(type);
        method.Body.Variables.Add(local);
        method.Body.InitLocals = true;
        return local;
    }

    private static bool IsRefStruct(TypeReference type) =>
        type.IsValueType && !type.IsGenericParameter
        && type.Resolve() is { } resolved && resolved.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "IsByRefLikeAttribute");

    private static string SiteOf(MethodDefinition method, Instruction question, int ordinal)
    {
        var point = CodeSites.SequencePointOf(method, question);
        var machine = method.DeclaringType;
        return new AwaitSite(
            StateMachines.DeclaringTypeOf(machine),
            StateMachineName.Readable(machine.Name),
            machine.Name,
            ordinal,
            NameOf(AwaitedBy(question)),
            point?.Document.Url ?? "",
            point?.StartLine ?? 0).ToString();
    }

    private static string NameOf(MethodReference? awaited) =>
        awaited is null ? "" : awaited.Name.StartsWith("get_", StringComparison.Ordinal) ? awaited.Name["get_".Length..] : awaited.Name;

    // Back from the question over GetAwaiter and ConfigureAwait to the call that made the awaitable.
    private static MethodReference? AwaitedBy(Instruction question)
    {
        var current = question.Previous;
        for (var i = 0; i < AwaitedLookBack && current is not null; i++, current = current.Previous)
        {
            if (current.Operand is MethodReference { Name: not ("GetAwaiter" or "ConfigureAwait") } called) return called;
        }

        return null;
    }
}
