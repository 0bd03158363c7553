using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Automatic properties: their accessors are called for the field behind them.</summary>
internal static class AutoProperties
{
    /// <summary>Whether a method is an accessor whose calls stand for accesses of a field. One that can be overridden is not: which one runs is known only then.</summary>
    public static bool IsAccessor(MethodDefinition method) =>
        method is { IsVirtual: false, DeclaringType.IsValueType: false } && (method.IsGetter || method.IsSetter)
        && method.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    /// <summary>The field that a call accesses; null when it is no call of such an accessor.</summary>
    public static FieldDefinition? FieldOf(MethodReference called)
    {
        if (!IsNamedSo(called.Name) || WatchedFields.IsOfFramework(called.DeclaringType)) return null;
        if (Resolution.Of(called) is not { } accessor || !IsAccessor(accessor)) return null;
        var name = $"<{called.Name["get_".Length..]}>k__BackingField";
        return accessor.DeclaringType.Fields.FirstOrDefault(field => field.Name == name);
    }

    private static bool IsNamedSo(string name) => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
}
