using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>Checks what a method does to the evaluation stack on every path: depth and kinds, at each call and where paths meet.</summary>
/// <remarks>Structural verification (ECMA-335 III.1.8) without the subtype lattice: the JIT does not check that either.</remarks>
internal sealed class StackChecker
{
    private readonly MethodDefinition _method;
    private readonly Dictionary<Instruction, string[]> _entries = [];
    private readonly Queue<Instruction> _open = new();
    private readonly List<string> _errors = [];

    private StackChecker(MethodDefinition method) => _method = method;

    /// <summary>What is wrong in every method of the assembly; a sentence each.</summary>
    public static List<string> Check(string path, params string[] searchFolders)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var folder in (string[])[.. searchFolders, Path.GetDirectoryName(path)!, AppContext.BaseDirectory, Path.GetDirectoryName(typeof(object).Assembly.Location)!])
            resolver.AddSearchDirectory(folder);
        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
        return [.. module.GetTypes().SelectMany(static type => type.Methods).Where(static method => method.HasBody).SelectMany(Check)];
    }

    public static List<string> Check(MethodDefinition method)
    {
        var checker = new StackChecker(method);
        try
        {
            checker.Run();
        }
        catch (StackException exception)
        {
            checker._errors.Add($"{method.FullName}: {exception.Message}");
        }

        return checker._errors;
    }

    private void Run()
    {
        var body = _method.Body;
        if (body.Instructions.Count == 0) return;
        Enter(body.Instructions[0], []);
        foreach (var handler in body.ExceptionHandlers)
        {
            string[] thrown = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [StackKinds.Reference] : [];
            Enter(handler.TryStart, []);
            Enter(handler.HandlerStart, thrown);
            if (handler.FilterStart is { } filter) Enter(filter, thrown);
        }

        while (_open.TryDequeue(out var instruction)) Follow(instruction);
    }

    private void Follow(Instruction instruction)
    {
        var stack = new Stack<string>(_entries[instruction]);
        for (var current = instruction; current is not null; current = current.Next)
        {
            if (current != instruction)
            {
                if (_entries.TryGetValue(current, out var known))
                {
                    Meet(current, known, stack);
                    return;
                }

                _entries[current] = [.. stack.Reverse()];
            }

            new StackEffect(_method, current, stack).Apply();
            foreach (var target in TargetsOf(current)) Enter(target, current.OpCode.Code is Code.Leave or Code.Leave_S ? [] : [.. stack.Reverse()]);
            if (current.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw) return;
            if (current.Next is null) throw new StackException(current, "the method has no end");
        }
    }

    private void Enter(Instruction instruction, string[] stack)
    {
        if (_entries.TryGetValue(instruction, out var known)) Meet(instruction, known, new Stack<string>(stack));
        else
        {
            if (!_method.Body.Instructions.Contains(instruction)) throw new StackException(instruction, "a branch leads out of the method");
            _entries[instruction] = stack;
            _open.Enqueue(instruction);
        }
    }

    private static void Meet(Instruction at, string[] known, Stack<string> stack)
    {
        var other = stack.Reverse().ToArray();
        if (known.Length != other.Length || !known.Zip(other).All(static pair => StackKinds.Fits(pair.First, pair.Second)))
            throw new StackException(at, $"paths meet with [{string.Join(' ', known)}] and [{string.Join(' ', other)}]");
    }

    private static IEnumerable<Instruction> TargetsOf(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
