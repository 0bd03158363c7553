using Mono.Cecil.Cil;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>An instruction finds what it cannot take. Told without its offset, which weaving changes.</summary>
internal sealed class StackException(Instruction at, string message) : Exception($"{at.OpCode} {(at.Operand is Instruction ? "" : at.Operand)}: {message}");
