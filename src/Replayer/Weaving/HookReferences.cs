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
        AfterIsCompleted = Method(nameof(AwaitHooks), nameof(AwaitHooks.AfterIsCompleted));
        Wrap = Method(nameof(AwaitHooks), nameof(AwaitHooks.Wrap));
        EnterCompletion = Method(nameof(CompletionHooks), nameof(CompletionHooks.Enter));
        ExitCompletion = Method(nameof(CompletionHooks), nameof(CompletionHooks.Exit));
        HookAwaiter = _target.ImportReference(Type(nameof(Hooks.HookAwaiter)));
        WovenConstructor = _target.ImportReference(Type(nameof(WovenAttribute)).Methods.Single(static method => method.IsConstructor));
    }

    public MethodReference AfterIsCompleted { get; }

    public MethodReference Wrap { get; }

    public MethodReference EnterCompletion { get; }

    public MethodReference ExitCompletion { get; }

    public TypeReference HookAwaiter { get; }

    public MethodReference WovenConstructor { get; }

    /// <summary>The hook of a row of the API table.</summary>
    public MethodReference For(ApiRow row)
    {
        var dot = row.Hook.IndexOf('.', StringComparison.Ordinal);
        var parameters = row.Member[row.Member.IndexOf('(', StringComparison.Ordinal)..];
        var method = Type(row.Hook[..dot]).Methods.Single(method => method.Name == row.Hook[(dot + 1)..] && ApiCallPass.ParametersOf(method) == parameters);
        return _target.ImportReference(method);
    }

    public void Dispose() => _hooks.Dispose();

    private TypeDefinition Type(string name) => _hooks.GetType($"{typeof(AwaitHooks).Namespace}.{name}");

    private MethodReference Method(string type, string name) => _target.ImportReference(Type(type).Methods.Single(method => method.Name == name));
}
