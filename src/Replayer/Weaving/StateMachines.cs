using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Recognises what the compiler made of async methods.</summary>
internal static class StateMachines
{
    private const string Interface = "System.Runtime.CompilerServices.IAsyncStateMachine";
    private const ushort RuntimeAsync = 0x2000;

    /// <summary>The body of an async method or iterator: its state machine's MoveNext.</summary>
    public static bool IsBody(MethodDefinition method) =>
        method is { Name: "MoveNext", HasBody: true } && method.DeclaringType.Interfaces.Any(static implemented => implemented.InterfaceType.FullName == Interface);

    /// <summary>Whether the runtime, not a state machine, suspends the method.</summary>
    public static bool IsRuntimeAsync(MethodDefinition method) => ((ushort)method.ImplAttributes & RuntimeAsync) != 0;

    /// <summary>Full name of the type whose source holds the state machine's method.</summary>
    public static string DeclaringTypeOf(TypeDefinition machine)
    {
        var type = machine;
        while (type.DeclaringType is not null && type.Name.StartsWith('<')) type = type.DeclaringType;
        return type.FullName.Replace('/', '+');
    }
}
