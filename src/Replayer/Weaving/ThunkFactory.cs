using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Makes methods that a delegate can point to in place of a member, and that call the member's hook.</summary>
/// <remarks>A delegate calls a static method with its target as the first argument, which is where a hook takes the receiver.</remarks>
internal sealed class ThunkFactory(HookReferences hooks)
{
    private const string TypeName = "<ReplayKit>Thunks";
    private readonly Dictionary<string, MethodDefinition> _thunks = new(StringComparer.Ordinal);
    private TypeDefinition? _type;

    /// <summary>What the delegate points to.</summary>
    public MethodReference For(MethodReference called, HookMatch match, string site)
    {
        var hook = hooks.Import(called, match.Hook);
        // The target of a delegate to a struct's member is the struct in its box.
        var isBoxed = called.HasThis && Signature.IsStruct(called.DeclaringType);
        if (!match.TakesSite && !isBoxed) return hook;
        var key = $"{match.Hook.FullName}\n{isBoxed}\n{site}";
        if (!_thunks.TryGetValue(key, out var thunk)) _thunks.Add(key, thunk = Make(match, site, isBoxed));
        if (hook is not GenericInstanceMethod { GenericArguments: var arguments }) return thunk;
        var instance = new GenericInstanceMethod(thunk);
        foreach (var argument in arguments) instance.GenericArguments.Add(argument);
        return instance;
    }

    // As generic as its hook: the type arguments are named where the delegate is made, which may be generic code itself.
    private MethodDefinition Make(HookMatch match, string site, bool isBoxed)
    {
        var (module, hook) = (hooks.Target, match.Hook);
        var thunk = new MethodDefinition($"{hook.Name}{_thunks.Count}", MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, module.TypeSystem.Void);
        var called = CloneGenericParameters(hook, thunk);
        thunk.ReturnType = hooks.Close(hook.ReturnType, called.Arguments);
        var processor = thunk.Body.GetILProcessor();
        var count = hook.Parameters.Count - (match.TakesSite ? 1 : 0);
        for (var i = 0; i < count; i++)
        {
            var type = hooks.Close(hook.Parameters[i].ParameterType, called.Arguments);
            var isTarget = i == 0 && isBoxed;
            var own = new ParameterDefinition(isTarget ? module.TypeSystem.Object : type);
            thunk.Parameters.Add(own);
            processor.Append(Instruction.Create(OpCodes.Ldarg, own));
            if (isTarget) processor.Append(Instruction.Create(OpCodes.Unbox, ((ByReferenceType)type).ElementType));
        }

        if (match.TakesSite) processor.Append(Instruction.Create(OpCodes.Ldstr, site));
        processor.Append(Instruction.Create(OpCodes.Call, called.Hook));
        processor.Append(Instruction.Create(OpCodes.Ret));
        TypeOf(module).Methods.Add(thunk);
        return thunk;
    }

    private (MethodReference Hook, IReadOnlyList<TypeReference>? Arguments) CloneGenericParameters(MethodDefinition hook, MethodDefinition thunk)
    {
        var imported = hooks.Target.ImportReference(hook);
        if (!hook.HasGenericParameters) return (imported, null);
        var instance = new GenericInstanceMethod(imported);
        foreach (var parameter in hook.GenericParameters)
        {
            var own = new GenericParameter(parameter.Name, thunk) { Attributes = parameter.Attributes };
            thunk.GenericParameters.Add(own);
            instance.GenericArguments.Add(own);
        }

        IReadOnlyList<TypeReference> arguments = [.. thunk.GenericParameters];
        foreach (var (parameter, own) in hook.GenericParameters.Zip(thunk.GenericParameters))
        {
            foreach (var constraint in parameter.Constraints) own.Constraints.Add(new GenericParameterConstraint(hooks.Close(constraint.ConstraintType, arguments)));
        }

        return (instance, arguments);
    }

    private TypeDefinition TypeOf(ModuleDefinition module)
    {
        if (_type is not null) return _type;
        _type = new TypeDefinition("", TypeName, TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit, module.TypeSystem.Object);
        module.Types.Add(_type);
        return _type;
    }
}
