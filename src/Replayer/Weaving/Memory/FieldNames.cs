using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Names fields as the source does.</summary>
internal static class FieldNames
{
    /// <summary>The field's own name: that of its property, parameter or local where the compiler made it.</summary>
    public static string Of(FieldReference field)
    {
        var name = field.Name;
        var end = name.StartsWith('<') ? name.IndexOf('>', StringComparison.Ordinal) : -1;
        return end > 1 ? name[1..end] : name;
    }

    /// <summary>The field with its type, such as <c>Counter.Count</c>; a captured local by its name alone.</summary>
    public static string Qualified(FieldReference field)
    {
        var type = field.DeclaringType.Name;
        return type.StartsWith('<') ? Of(field) : $"{type.Split('`')[0]}.{Of(field)}";
    }
}
