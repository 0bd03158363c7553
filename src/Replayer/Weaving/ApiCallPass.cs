using System.Collections.Frozen;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Sends the calls of the API table to their hooks, method groups included.</summary>
internal sealed class ApiCallPass
{
    private readonly FrozenDictionary<string, MethodReference> _hooks;
    private readonly ReportBuilder _report;

    public ApiCallPass(HookReferences hooks, ReportBuilder report)
    {
        _hooks = ApiTable.Rows.ToFrozenDictionary(static row => row.Member, hooks.For, StringComparer.Ordinal);
        _report = report;
    }

    /// <summary>The parameter types of a method, as the API table writes them.</summary>
    public static string ParametersOf(MethodReference method) =>
        $"({string.Join(',', method.Parameters.Select(static parameter => parameter.ParameterType.FullName))})";

    public void Weave(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Ldftn) || instruction.Operand is not MethodReference called) continue;
            // The namespace first: most calls are not on the list, and their names need not be built.
            if (!called.DeclaringType.Namespace.StartsWith("System", StringComparison.Ordinal)) continue;
            var member = $"{called.DeclaringType.FullName}::{called.Name}{ParametersOf(called)}";
            if (!_hooks.TryGetValue(member, out var hook)) continue;
            instruction.Operand = hook;
            _report.Call(member);
        }
    }
}
