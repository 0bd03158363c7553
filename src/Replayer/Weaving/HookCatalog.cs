using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Finds the hook that stands in for a member, by the naming rule of <see cref="ApiRow.Hooks"/>.</summary>
internal sealed class HookCatalog
{
    private const string Constructor = ".ctor";
    private const string Create = "Create";
    private readonly ModuleDefinition _hooks;
    private readonly Dictionary<(string Type, string Member), ApiRow> _rows = [];
    private readonly Dictionary<string, ApiRow> _otherMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public HookCatalog(ModuleDefinition hooks)
    {
        _hooks = hooks;
        foreach (var row in ApiTable.Rows)
        {
            _types.Add(row.Type);
            if (row.Member == "*") _otherMembers.Add(row.Type, row);
            else _rows.Add((row.Type, row.Member), row);
        }
    }

    /// <summary>The row that decides about a call; null when the list does not name it.</summary>
    public ApiRow? RowOf(MethodReference called)
    {
        var type = called.DeclaringType.GetElementType().FullName;
        if (!_types.Contains(type)) return null;
        return _rows.TryGetValue((type, called.Name), out var row) ? row : _otherMembers.GetValueOrDefault(type);
    }

    /// <summary>The hook for this overload; null when the row has none for it.</summary>
    public HookMatch? Find(ApiRow row, MethodReference called)
    {
        if (row.Hooks.Length == 0) return null;
        var type = _hooks.GetType($"{typeof(Hooks.Control).Namespace}.{row.Hooks}")
            ?? throw new InvalidOperationException($"The control list names {row.Hooks}, which is no class of hooks.");
        var names = NamesOf(called.Name);
        var (wanted, result) = (Signature.OfCall(called), Signature.ResultOfCall(called));
        foreach (var hook in type.Methods)
        {
            if (!hook.IsPublic || !names.Contains(hook.Name) || Signature.ResultOfHook(hook) != result) continue;
            var offered = Signature.OfHook(hook);
            if (offered.SequenceEqual(wanted)) return new HookMatch(hook, TakesSite: false);
            if (offered.Count == wanted.Count + 1 && offered[^1] == "System.String" && offered.Take(wanted.Count).SequenceEqual(wanted)) return new HookMatch(hook, TakesSite: true);
        }

        return null;
    }

    // A property cannot take a site: its hook is a method, named as C# names one.
    private static string[] NamesOf(string member)
    {
        if (member == Constructor) return [Create];
        var underscore = member.IndexOf('_', StringComparison.Ordinal);
        return underscore < 0 ? [member] : member[..underscore] switch
        {
            "get" => [member, member[(underscore + 1)..]],
            "set" => [member, "Set" + member[(underscore + 1)..]],
            "add" => [member, "Add" + member[(underscore + 1)..]],
            "remove" => [member, "Remove" + member[(underscore + 1)..]],
            _ => [member],
        };
    }
}
