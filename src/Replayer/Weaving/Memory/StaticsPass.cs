using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Makes the static fields of a module's types fresh at will: what initialises them can be called again, and tells that it ran.</summary>
/// <remarks>
/// The static constructor becomes an ordinary method, which a new static constructor calls. No static field stays readonly: the runtime
/// takes the value of one that is for a constant once it has compiled a use of it.
/// </remarks>
internal sealed class StaticsPass(HookReferences hooks, ReportBuilder report)
{
    /// <summary>Type that holds a module's list of initialised types.</summary>
    public const string HolderName = "<ReplayKit>Statics";

    /// <summary>Its field.</summary>
    public const string ListName = "Initialised";

    /// <summary>Method that a static constructor became.</summary>
    public const string InitialiserName = "<ReplayKit>Initialise";

    private const string ConstructorName = ".cctor";
    private const MethodAttributes ConstructorAttributes =
        MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;

    private FieldDefinition? _list;

    public void Weave()
    {
        foreach (var type in hooks.Target.GetTypes().ToList())
        {
            // What the compiler made holds constants, and caches of delegates without state.
            if (type.Name.StartsWith('<') || !type.Fields.Any(IsState)) continue;
            foreach (var field in type.Fields.Where(IsState)) field.IsInitOnly = false;
            var constructor = type.Methods.FirstOrDefault(static method => method.Name == ConstructorName);
            // Without a static constructor, the instantiations of a generic type could not be found.
            if (constructor is not null || type.HasGenericParameters) Renew(type, constructor);
            report.Statics++;
        }
    }

    private void Renew(TypeDefinition type, MethodDefinition? constructor)
    {
        var made = new MethodDefinition(ConstructorName, ConstructorAttributes, hooks.Target.TypeSystem.Void);
        var code = made.Body.GetILProcessor();
        var self = SelfOf(type);
        // Told last: what it needed from others is told before it, and can be made again before it.
        var telling = Instruction.Create(OpCodes.Ldsfld, _list ??= MakeList());
        if (constructor is null)
        {
            type.Attributes |= TypeAttributes.BeforeFieldInit;
        }
        else
        {
            constructor.Name = InitialiserName;
            constructor.Attributes = MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig;
            Call(made.Body, new MethodReference(InitialiserName, hooks.Target.TypeSystem.Void, self), telling);
        }

        code.Append(telling);
        code.Append(Instruction.Create(OpCodes.Ldtoken, self));
        code.Append(Instruction.Create(OpCodes.Call, hooks.AddInitialisedType));
        code.Append(Instruction.Create(OpCodes.Ret));
        type.Methods.Add(made);
    }

    // Also where it throws, it is known that the runtime holds its lock no longer.
    private void Call(MethodBody body, MethodReference initialiser, Instruction next)
    {
        var (call, end) = (Instruction.Create(OpCodes.Call, initialiser), Instruction.Create(OpCodes.Call, hooks.EndInitialiser));
        Instruction[] code = [Instruction.Create(OpCodes.Call, hooks.BeginInitialiser), call, Instruction.Create(OpCodes.Leave, next), end, Instruction.Create(OpCodes.Endfinally)];
        foreach (var instruction in code) body.Instructions.Add(instruction);
        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally) { TryStart = call, TryEnd = end, HandlerStart = end, HandlerEnd = next });
    }

    private FieldDefinition MakeList()
    {
        var module = hooks.Target;
        var holder = new TypeDefinition("", HolderName, TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit, module.TypeSystem.Object);
        var list = new FieldDefinition(ListName, FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.InitOnly, hooks.InitialisedTypes);
        var constructor = new MethodDefinition(ConstructorName, ConstructorAttributes, module.TypeSystem.Void);
        var code = constructor.Body.GetILProcessor();
        code.Append(Instruction.Create(OpCodes.Newobj, hooks.CreateInitialisedTypes));
        code.Append(Instruction.Create(OpCodes.Stsfld, list));
        code.Append(Instruction.Create(OpCodes.Ret));
        holder.Fields.Add(list);
        holder.Methods.Add(constructor);
        module.Types.Add(holder);
        return list;
    }

    private static bool IsState(FieldDefinition field) =>
        field is { IsStatic: true, IsLiteral: false } && !field.Attributes.HasFlag(FieldAttributes.HasFieldRVA);

    private static TypeReference SelfOf(TypeDefinition type)
    {
        if (!type.HasGenericParameters) return type;
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters) self.GenericArguments.Add(parameter);
        return self;
    }
}
