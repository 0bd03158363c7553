using Mono.Cecil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving;

/// <summary>References from a module that is being woven to the hooks.</summary>
internal sealed class HookReferences : IDisposable
{
    private readonly ModuleDefinition _target;
    private readonly ModuleDefinition _hooks;

    public HookReferences(ModuleDefinition target, IAssemblyResolver resolver)
    {
        _target = target;
        _hooks = ModuleDefinition.ReadModule(typeof(AwaitHooks).Assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
        Catalog = new HookCatalog(_hooks);
        AfterIsCompleted = Method(nameof(AwaitHooks), nameof(AwaitHooks.AfterIsCompleted));
        AfterOutsideIsCompleted = Method(nameof(AwaitHooks), nameof(AwaitHooks.AfterOutsideIsCompleted));
        Wrap = Method(nameof(AwaitHooks), nameof(AwaitHooks.Wrap));
        EnterCompletion = Method(nameof(CompletionHooks), nameof(CompletionHooks.Enter));
        ExitCompletion = Method(nameof(CompletionHooks), nameof(CompletionHooks.Exit));
        MemoryField = Method(nameof(MemoryHooks), nameof(MemoryHooks.Field));
        MemoryStatic = Method(nameof(MemoryHooks), nameof(MemoryHooks.Static));
        MemoryElement = Method(nameof(MemoryHooks), nameof(MemoryHooks.Element));
        MemoryShare = Method(nameof(MemoryHooks), nameof(MemoryHooks.Share));
        InitialisedTypes = _target.ImportReference(Type(nameof(Hooks.InitialisedTypes)));
        CreateInitialisedTypes = Method(nameof(Hooks.InitialisedTypes), ".ctor");
        BeginInitialiser = Method(nameof(Hooks.InitialisedTypes), nameof(Hooks.InitialisedTypes.Begin));
        EndInitialiser = Method(nameof(Hooks.InitialisedTypes), nameof(Hooks.InitialisedTypes.End));
        AddInitialisedType = Method(nameof(Hooks.InitialisedTypes), nameof(Hooks.InitialisedTypes.Add));
        HookAwaiter = _target.ImportReference(Type(nameof(Hooks.HookAwaiter)));
        WovenConstructor = _target.ImportReference(Type(nameof(WovenAttribute)).Methods.Single(static method => method.IsConstructor));
    }

    public MethodReference AfterIsCompleted { get; }

    public MethodReference AfterOutsideIsCompleted { get; }

    public MethodReference Wrap { get; }

    public MethodReference EnterCompletion { get; }

    public MethodReference ExitCompletion { get; }

    public MethodReference MemoryField { get; }

    public MethodReference MemoryStatic { get; }

    public MethodReference MemoryElement { get; }

    public MethodReference MemoryShare { get; }

    public TypeReference InitialisedTypes { get; }

    public MethodReference CreateInitialisedTypes { get; }

    public MethodReference BeginInitialiser { get; }

    public MethodReference EndInitialiser { get; }

    public MethodReference AddInitialisedType { get; }

    public TypeReference HookAwaiter { get; }

    public MethodReference WovenConstructor { get; }

    /// <summary>The module that is being woven.</summary>
    public ModuleDefinition Target => _target;

    /// <summary>Finds hooks by the control list.</summary>
    public HookCatalog Catalog { get; }

    /// <summary>A hook as the caller of a member calls it: with the type arguments of the member's type, then of the member.</summary>
    public MethodReference Import(MethodReference called, MethodDefinition hook)
    {
        var imported = _target.ImportReference(hook);
        if (!hook.HasGenericParameters) return imported;
        var instance = new GenericInstanceMethod(imported);
        if (called.DeclaringType is GenericInstanceType type)
        {
            foreach (var argument in type.GenericArguments) instance.GenericArguments.Add(argument);
        }

        if (called is GenericInstanceMethod method)
        {
            foreach (var argument in method.GenericArguments) instance.GenericArguments.Add(argument);
        }

        return instance;
    }

    /// <summary>A type of a hook's signature, with type arguments in place of the hook's own type parameters.</summary>
    public TypeReference Close(TypeReference type, IReadOnlyList<TypeReference>? arguments) => type switch
    {
        GenericParameter parameter when arguments is not null => arguments[parameter.Position],
        ByReferenceType reference => new ByReferenceType(Close(reference.ElementType, arguments)),
        ArrayType array => new ArrayType(Close(array.ElementType, arguments)),
        GenericInstanceType instance => CloseInstance(instance, arguments),
        _ => _target.ImportReference(type),
    };

    public void Dispose() => _hooks.Dispose();

    private GenericInstanceType CloseInstance(GenericInstanceType instance, IReadOnlyList<TypeReference>? arguments)
    {
        var closed = new GenericInstanceType(_target.ImportReference(instance.ElementType));
        foreach (var argument in instance.GenericArguments) closed.GenericArguments.Add(Close(argument, arguments));
        return closed;
    }

    private TypeDefinition Type(string name) => _hooks.GetType($"{typeof(AwaitHooks).Namespace}.{name}");

    private MethodReference Method(string type, string name) => _target.ImportReference(Type(type).Methods.Single(method => method.Name == name));
}
