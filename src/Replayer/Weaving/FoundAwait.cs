using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>An await in a state machine's body.</summary>
/// <param name="Question">The call that asks whether the awaiter is complete; null for a dynamic await.</param>
/// <param name="Suspensions">Where the awaiter is handed to the builder.</param>
internal sealed record FoundAwait(Instruction? Question, List<Instruction> Suspensions);
