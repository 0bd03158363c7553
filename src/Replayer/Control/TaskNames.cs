using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Control;

/// <summary>Names tasks and continuations as the runtime's own events name them, so that they can be compared with a recording.</summary>
internal static class TaskNames
{
    /// <summary>What the runtime calls a delay.</summary>
    public const string Delay = "Task.Delay";

    private const string DeferredCompiler = "Microsoft.AspNetCore.Routing.Matching.ILEmitTrieJumpTable";

    /// <summary>Readable name of the operation behind a task; empty when it has none.</summary>
    public static string Of(Task task)
    {
        var type = task.GetType();
        if (StateMachineOf(type) is { } machine) return StateMachineName.Readable(machine.Name);
        return type.Name switch
        {
            "WhenAllPromise" or "WhenAllPromise`1" => "Task.WhenAll",
            "TwoTaskWhenAnyPromise`1" or "WhenAnyPromise`1" or "CompleteOnInvokePromise" => "Task.WhenAny",
            "DelayPromise" or "DelayPromiseWithCancellation" => Delay,
            _ => "",
        };
    }

    /// <summary>Readable name of the async method that a posted continuation resumes; empty when it is none.</summary>
    public static string OfContinuation(object? state) =>
        state is Delegate { Target: { } target } && StateMachineOf(target.GetType()) is { } machine ? StateMachineName.Readable(machine.Name) : "";

    /// <summary>Whether a posted continuation belongs to the compilation of routes, which a fresh host puts off until requests come.</summary>
    public static bool IsDeferredCompilation(object? state) =>
        state is Delegate { Target: { } target } && StateMachineOf(target.GetType())?.DeclaringType?.FullName == DeferredCompiler;

    /// <summary>The type of the state machine whose task is of this type; null when it is not an async method's task.</summary>
    public static Type? StateMachineOf(Type taskType)
    {
        for (var type = taskType; type is not null && type != typeof(object); type = type.BaseType!)
        {
            if (type.IsGenericType && type.Name.EndsWith("StateMachineBox`1", StringComparison.Ordinal)) return type.GetGenericArguments()[^1];
        }

        return null;
    }
}
