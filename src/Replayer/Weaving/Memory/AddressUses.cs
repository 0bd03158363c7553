using Mono.Cecil;
using Mono.Cecil.Cil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Finds what becomes of the address of a field or an element, as far as that can be read straight on.</summary>
internal sealed class AddressUses(MethodBodyMap map)
{
    private const int DepthMax = 8;

    /// <summary>What is done to the address that <paramref name="taking"/> leaves on the stack; empty when that is not known.</summary>
    public List<AddressStep> Of(Instruction taking)
    {
        var steps = new List<AddressStep>();
        Follow(taking, "", steps, 0);
        return steps;
    }

    private void Follow(Instruction producer, string part, List<AddressStep> steps, int depth)
    {
        if (depth > DepthMax || map.ConsumerOf(producer, out var position) is not { } consumer) return;
        switch (consumer.OpCode.Code)
        {
            case Code.Dup:
                Follow(consumer, part, steps, depth + 1);
                if (CopyBelow(consumer) is { } other) Classify(other.Consumer, other.Position, part, steps);
                break;
            case Code.Ldflda when consumer.Operand is FieldReference inner:
                Follow(consumer, $"{part}:{FieldNames.Of(inner)}", steps, depth + 1);
                break;
            default:
                Classify(consumer, position, part, steps);
                break;
        }
    }

    private static void Classify(Instruction consumer, int position, string part, List<AddressStep> steps)
    {
        switch (consumer.OpCode.Code)
        {
            case Code.Ldfld when consumer.Operand is FieldReference read:
                steps.Add(new AddressStep(consumer, MemoryUse.Read, $"{part}:{FieldNames.Of(read)}"));
                break;
            case Code.Stfld when position == 0 && consumer.Operand is FieldReference written:
                steps.Add(new AddressStep(consumer, MemoryUse.Write, $"{part}:{FieldNames.Of(written)}"));
                break;
            case Code.Ldobj or Code.Ldind_I or Code.Ldind_I1 or Code.Ldind_I2 or Code.Ldind_I4 or Code.Ldind_I8 or Code.Ldind_R4 or Code.Ldind_R8
                or Code.Ldind_Ref or Code.Ldind_U1 or Code.Ldind_U2 or Code.Ldind_U4:
                steps.Add(new AddressStep(consumer, MemoryUse.Read, part));
                break;
            case Code.Initobj:
            case Code.Stobj or Code.Stind_I or Code.Stind_I1 or Code.Stind_I2 or Code.Stind_I4 or Code.Stind_I8 or Code.Stind_R4 or Code.Stind_R8 or Code.Stind_Ref
                when position == 0:
                steps.Add(new AddressStep(consumer, MemoryUse.Write, part));
                break;
            case Code.Call or Code.Callvirt when consumer.Operand is MethodReference called && ByReferenceCalls.UseOf(called, position) is { } use:
                steps.Add(new AddressStep(consumer, use, part));
                break;
        }
    }

    // The compiler takes an address once and reads and writes through two copies of it: the lower one is taken later.
    private (Instruction Consumer, int Position)? CopyBelow(Instruction dup)
    {
        var above = 1;
        for (var current = dup.Next; current is not null && !map.IsTarget(current); current = current.Next)
        {
            var pops = StackEffect.Pops(current);
            if (pops > above) return (current, pops - above - 1);
            if (pops < 0 || StackEffect.Branches(current)) return null;
            above += StackEffect.Pushes(current) - pops;
        }

        return null;
    }
}
