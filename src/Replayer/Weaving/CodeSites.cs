using Mono.Cecil;
using Mono.Cecil.Cil;
using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Names the places of woven code.</summary>
internal static class CodeSites
{
    /// <summary>The call at an instruction, in the form that woven code carries.</summary>
    /// <param name="method">The method that it stands in.</param>
    /// <param name="instruction">The call.</param>
    /// <param name="what">What is called or accessed.</param>
    /// <param name="of">The field that holds its receiver; empty when none does.</param>
    public static string Of(MethodDefinition method, Instruction instruction, string what, string of = "")
    {
        var point = SequencePointOf(method, instruction);
        return new CodeSite(StateMachines.DeclaringTypeOf(method.DeclaringType), MethodNameOf(method), what, point?.Document.Url ?? "", point?.StartLine ?? 0) { Of = of }.ToString();
    }

    /// <summary>A member as people write it, such as <c>Monitor.Enter</c>.</summary>
    public static string NameOf(MethodReference called)
    {
        var type = called.DeclaringType.GetElementType();
        var typeName = type.Name.Split('`')[0];
        if (called.Name == ".ctor") return $"new {typeName}";
        var isAccessor = called.Name.StartsWith("get_", StringComparison.Ordinal) || called.Name.StartsWith("set_", StringComparison.Ordinal);
        return $"{typeName}.{(isAccessor ? called.Name[4..] : called.Name)}";
    }

    /// <summary>The source position that an instruction belongs to; null without symbols.</summary>
    public static SequencePoint? SequencePointOf(MethodDefinition method, Instruction instruction)
    {
        if (!method.DebugInformation.HasSequencePoints) return null;
        // What a pass put in has no offset: it belongs to what stands before it.
        var current = instruction;
        while (current.Offset == 0 && current.Previous is not null) current = current.Previous;
        SequencePoint? found = null;
        foreach (var point in method.DebugInformation.SequencePoints)
        {
            if (point.Offset > current.Offset) break;
            if (!point.IsHidden) found = point;
        }

        return found;
    }

    // A state machine's method is the method it was made of; so is a lambda's.
    private static string MethodNameOf(MethodDefinition method) =>
        StateMachines.IsBody(method) ? StateMachineName.Readable(method.DeclaringType.Name) : StateMachineName.Readable($"<{method.Name}>d");
}
