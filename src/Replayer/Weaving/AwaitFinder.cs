using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Finds the awaits of a state machine's body.</summary>
/// <remarks>
/// A program may ask an awaiter of its own whether it is complete. The compiler's question is known by what follows it: a branch, and then, with nothing
/// but loads and stores in between, the suspension. A dynamic await has two suspensions and a question that is no call of a method.
/// </remarks>
internal static class AwaitFinder
{
    /// <summary>The awaits, in the order in which they stand.</summary>
    public static List<FoundAwait> In(MethodDefinition method)
    {
        var found = new List<FoundAwait>();
        Instruction? lastWithoutQuestion = null;
        foreach (var instruction in method.Body.Instructions)
        {
            if (!IsSuspension(instruction)) continue;
            var question = QuestionOf(instruction);
            if (question is null && lastWithoutQuestion is not null && AreOfOneAwait(lastWithoutQuestion, instruction)) found[^1].Suspensions.Add(instruction);
            else found.Add(new FoundAwait(question, [instruction]));
            lastWithoutQuestion = question is null ? instruction : null;
        }

        return found;
    }

    private static bool IsSuspension(Instruction instruction) =>
        instruction.Operand is GenericInstanceMethod { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted", GenericArguments.Count: 2, Parameters.Count: 2 };

    private static Instruction? QuestionOf(Instruction suspension)
    {
        var hasBranch = false;
        for (var current = suspension.Previous; current is not null; current = current.Previous)
        {
            if (hasBranch && IsQuestion(current)) return current;
            if (current.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw) return null;
            // Debug builds keep the answer in a local; the branch is the only one.
            if (current.OpCode.FlowControl == FlowControl.Cond_Branch)
            {
                if (hasBranch || current.OpCode.Code is Code.Switch) return null;
                hasBranch = true;
            }
            else if (current.OpCode.FlowControl == FlowControl.Call)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsQuestion(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "get_IsCompleted", HasThis: true } called && called.Parameters.Count == 0;

    // The suspension of a critical awaiter and that of any other: one of the two runs, and the method leaves only behind both.
    private static bool AreOfOneAwait(Instruction first, Instruction second)
    {
        for (var current = first.Next; current is not null && current != second; current = current.Next)
        {
            if (current.OpCode.Code is Code.Leave or Code.Leave_S or Code.Ret) return false;
        }

        return true;
    }
}
