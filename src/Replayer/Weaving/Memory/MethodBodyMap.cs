using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>What of a method's body stands in the way of reading it straight on: where branches lead, and what runs as an exception filter.</summary>
internal sealed class MethodBodyMap
{
    private readonly HashSet<Instruction> _targets = [];
    private readonly HashSet<Instruction> _filters = [];

    public MethodBodyMap(MethodBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target) _targets.Add(target);
            else if (instruction.Operand is Instruction[] targets) _targets.UnionWith(targets);
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            for (var current = handler.FilterStart; current is not null && current != handler.HandlerStart; current = current.Next) _filters.Add(current);
        }
    }

    /// <summary>Whether a branch leads to it.</summary>
    public bool IsTarget(Instruction instruction) => _targets.Contains(instruction);

    /// <summary>Whether it runs while an exception is looked after: nothing may come between there.</summary>
    public bool IsInFilter(Instruction instruction) => _filters.Contains(instruction);

    /// <summary>The first of the prefixes that belong to an instruction; the instruction itself when it has none.</summary>
    public static Instruction FirstPrefix(Instruction instruction)
    {
        while (instruction.Previous is { OpCode.OpCodeType: OpCodeType.Prefix } prefix) instruction = prefix;
        return instruction;
    }

    /// <summary>Whether an instruction has a prefix.</summary>
    public static bool HasPrefix(Instruction instruction, Code prefix)
    {
        for (var current = instruction.Previous; current is { OpCode.OpCodeType: OpCodeType.Prefix }; current = current.Previous)
        {
            if (current.OpCode.Code == prefix) return true;
        }

        return false;
    }

    /// <summary>The instruction that takes the value which <paramref name="producer"/> left on top; null when that is not seen straight on.</summary>
    /// <param name="producer">What left the value.</param>
    /// <param name="position">0-based position of the value among what the consumer takes.</param>
    public Instruction? ConsumerOf(Instruction producer, out int position)
    {
        var above = 0;
        for (var current = producer.Next; current is not null && !IsTarget(current); current = current.Next)
        {
            var pops = StackEffect.Pops(current);
            if (pops > above)
            {
                position = pops - above - 1;
                return current;
            }

            if (pops < 0 || StackEffect.Branches(current)) break;
            above += StackEffect.Pushes(current) - pops;
        }

        position = -1;
        return null;
    }

    /// <summary>The instruction that left a value for <paramref name="consumer"/>; null when that is not seen straight on.</summary>
    /// <param name="consumer">What takes the value.</param>
    /// <param name="above">How many values the consumer takes that lie above it.</param>
    public Instruction? ProducerOf(Instruction consumer, int above)
    {
        var needed = above + 1;
        if (IsTarget(consumer)) return null;
        for (var current = consumer.Previous; current is not null && !StackEffect.Branches(current); current = current.Previous)
        {
            needed -= StackEffect.Pushes(current);
            if (needed <= 0) return current;
            var pops = StackEffect.Pops(current);
            if (pops < 0 || IsTarget(current)) return null;
            needed += pops;
        }

        return null;
    }
}
