using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Which fields can be shared by what runs at once.</summary>
internal sealed class WatchedFields
{
    private const string DisplayClass = "<>c__DisplayClass";
    private readonly Dictionary<TypeReference, bool> _types = [];

    /// <summary>Whether accesses of the field in this method are watched.</summary>
    public bool IsWatched(MethodDefinition method, FieldReference field)
    {
        // What the compiler made for itself: states, builders, awaiters, the closure of the closure. Hoisted locals belong to one invocation.
        if (field.Name.StartsWith("<>", StringComparison.Ordinal) || field.Name.StartsWith("CS$<>", StringComparison.Ordinal)) return false;
        if (!IsWatchedType(field.DeclaringType.GetElementType()) || Resolution.Of(field) is not { } definition) return false;
        if (definition.IsInitOnly || definition.IsLiteral || definition.HasConstant || definition.Attributes.HasFlag(FieldAttributes.HasFieldRVA)) return false;
        if (definition.IsStatic) return !IsThreadStatic(definition);
        // An object is not shared before its constructor lets go of it; and until the base constructor ran it must not be touched.
        return !definition.DeclaringType.IsValueType && !(method.IsConstructor && method.DeclaringType == definition.DeclaringType);
    }

    /// <summary>Whether a type of another module is the framework's.</summary>
    public static bool IsOfFramework(TypeReference type)
    {
        if (type.GetElementType() is TypeDefinition) return false;
        while (type.DeclaringType is { } around) type = around;
        return type.Namespace.StartsWith("System", StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal);
    }

    private bool IsWatchedType(TypeReference type)
    {
        if (!_types.TryGetValue(type, out var isWatched)) _types.Add(type, isWatched = IsOfProgram(type));
        return isWatched;
    }

    private static bool IsOfProgram(TypeReference type)
    {
        if (type.Name.StartsWith('<') && !type.Name.StartsWith(DisplayClass, StringComparison.Ordinal)) return false;
        return type is TypeDefinition || !IsOfFramework(type);
    }

    private static bool IsThreadStatic(FieldDefinition field) =>
        field.CustomAttributes.Any(static attribute => attribute.AttributeType.FullName == "System.ThreadStaticAttribute");
}
