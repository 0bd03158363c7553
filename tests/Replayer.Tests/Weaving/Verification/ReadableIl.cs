using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>Writes a method's IL so that people can compare it: no offsets, targets as labels, members by their short names.</summary>
internal static class ReadableIl
{
    public static string Of(string path, string type, string method)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var body = module.GetType(type).Methods.Single(candidate => candidate.Name == method).Body;
        var labels = body.Instructions.SelectMany(TargetsOf).Concat(body.ExceptionHandlers.SelectMany(static handler => (Instruction[])[handler.TryStart, handler.HandlerStart]))
            .Distinct().OrderBy(static target => target.Offset).Select(static (target, index) => (target, index)).ToDictionary(static pair => pair.target, static pair => $"L{pair.index + 1}");
        return string.Join('\n', body.Instructions.Select(instruction => Line(instruction, labels)));
    }

    private static string Line(Instruction instruction, Dictionary<Instruction, string> labels)
    {
        var label = labels.TryGetValue(instruction, out var own) ? $"{own}: " : "";
        var operand = instruction.Operand switch
        {
            null => "",
            Instruction target => labels[target],
            Instruction[] targets => string.Join(',', targets.Select(target => labels[target])),
            MethodReference called => $"{called.DeclaringType.Name}::{called.Name}",
            MemberReference member => member.Name,
            string site => $"\"{string.Join(' ', site.Split('\t').Take(3))}\"",
            var other => $"{other}",
        };
        return $"{label}{instruction.OpCode} {operand}".TrimEnd();
    }

    private static IEnumerable<Instruction> TargetsOf(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
