using System.Collections.Frozen;
using Architecture.Tests.Reading;
using Mono.Cecil;

namespace Architecture.Tests.Rules;

/// <summary>Finds static state that can change.</summary>
internal static class StaticStateRules
{
    // Immutable by their documentation, or frozen at first use.
    private static readonly FrozenSet<string> Immutable = new[]
    {
        "System.Object", "System.String", "System.Decimal", "System.Guid", "System.TimeSpan", "System.DateTime", "System.DateTimeOffset", "System.Version",
        "System.Type", "System.Uri", "System.StringComparer", "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.RegularExpressions.Regex",
        "System.Text.Json.JsonWriterOptions", "System.Text.Json.JsonSerializerOptions", "MessagePack.MessagePackSerializerOptions",
        "System.Reflection.FieldInfo", "System.Reflection.MethodInfo", "NUnit.Framework.Interfaces.ResultState", "System.Buffers.SearchValues`1",
    }.ToFrozenSet();

    private static readonly string[] ImmutableNamespaces = ["System.Collections.Immutable.", "System.Collections.Frozen.", "System.ValueTuple`", "System.Nullable`"];

    /// <summary>Static fields that can be assigned, or that hold what can change; constants and the compiler's own caches are none.</summary>
    public static IEnumerable<string> MutableStatics(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.Types.SelectMany(ReferenceReader.WithNested)
        where !type.Name.StartsWith('<') && !IsGenerated(type)
        from field in type.Fields
        where field.IsStatic && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal)
        let fault = !field.IsInitOnly ? "can be assigned" : FaultOf(field.FieldType, [])
        where fault is not null
        select $"{type.FullName}.{field.Name} {fault}";

    // Written by a generator of the framework, for example for a regular expression.
    private static bool IsGenerated(TypeDefinition? type) =>
        type is not null && (type.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "GeneratedCodeAttribute") || IsGenerated(type.DeclaringType));

    private static string? FaultOf(TypeReference type, HashSet<string> seen)
    {
        if (type is ArrayType) return $"holds an array ({type.FullName})";
        if (type.IsPrimitive || type is GenericParameter || Immutable.Contains(type.GetElementType().FullName)) return null;
        if (type is GenericInstanceType generic && ImmutableNamespaces.Any(space => type.FullName.StartsWith(space, StringComparison.Ordinal)))
            return generic.GenericArguments.Select(argument => FaultOf(argument, seen)).FirstOrDefault(static fault => fault is not null);
        if (!seen.Add(type.FullName)) return null;
        return type.Resolve() is { } definition ? FaultOf(definition, seen) : $"holds {type.FullName}, which cannot be read";
    }

    private static string? FaultOf(TypeDefinition type, HashSet<string> seen)
    {
        if (type.IsEnum || IsDelegate(type)) return null;
        // What is handed in decides what an interface or an abstract type holds: the reader of the code cannot tell.
        if (type.IsInterface) return $"holds an interface ({type.FullName})";
        if (type.Namespace.StartsWith("System", StringComparison.Ordinal)) return $"holds {type.FullName}";
        return type.Fields.Where(static field => !field.IsStatic)
            .Select(field => field.IsInitOnly ? FaultOf(field.FieldType, seen) : $"holds {type.FullName}, whose {field.Name} can be assigned")
            .FirstOrDefault(static fault => fault is not null);
    }

    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName == "System.MulticastDelegate";
}
