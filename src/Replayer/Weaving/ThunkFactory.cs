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

    /// <summary>Whether the member is named with type parameters of the code around it.</summary>
    public static bool IsOpen(MethodReference called) => called.ContainsGenericParameter;

    /// <summary>What the delegate points to.</summary>
    public MethodReference For(MethodReference called, HookMatch match, string site)
    {
        var hook = hooks.Import(called, match.Hook);
        if (!match.TakesSite) return hook;
        var key = $"{called.FullName}\n{site}";
        if (!_thunks.TryGetValue(key, out var thunk)) _thunks.Add(key, thunk = Make(hook, match.Hook, site));
        return thunk;
    }

    private MethodDefinition Make(MethodReference hook, MethodDefinition definition, string site)
    {
        var module = hooks.Target;
        var thunk = new MethodDefinition($"{definition.Name}{_thunks.Count}", MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, module.TypeSystem.Void);
        var arguments = (hook as GenericInstanceMethod)?.GenericArguments.ToList();
        thunk.ReturnType = hooks.Close(definition.ReturnType, arguments);
        var processor = thunk.Body.GetILProcessor();
        foreach (var parameter in definition.Parameters.SkipLast(1))
        {
            var own = new ParameterDefinition(hooks.Close(parameter.ParameterType, arguments));
            thunk.Parameters.Add(own);
            processor.Append(Instruction.Create(OpCodes.Ldarg, own));
        }

        processor.Append(Instruction.Create(OpCodes.Ldstr, site));
        processor.Append(Instruction.Create(OpCodes.Call, hook));
        processor.Append(Instruction.Create(OpCodes.Ret));
        TypeOf(module).Methods.Add(thunk);
        return thunk;
    }

    private TypeDefinition TypeOf(ModuleDefinition module)
    {
        if (_type is not null) return _type;
        _type = new TypeDefinition("", TypeName, TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit, module.TypeSystem.Object);
        module.Types.Add(_type);
        return _type;
    }
}
