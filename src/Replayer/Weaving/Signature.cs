using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Writes the parameters of members and of hooks in one form, so that they can be compared.</summary>
internal static class Signature
{
    /// <summary>What a hook must take to stand in for the member: its receiver, then its parameters. Type parameters are written by position, those of the type first.</summary>
    public static List<string> OfCall(MethodReference called)
    {
        var element = called.GetElementMethod();
        var type = element.DeclaringType.GetElementType();
        var parameters = new List<string>();
        if (element.HasThis && element.Name != ".ctor")
        {
            parameters.Add($"{type.FullName}{ArgumentsOf(type)}{(IsStruct(element.DeclaringType) ? "&" : "")}");
        }

        parameters.AddRange(element.Parameters.Select(parameter => Write(parameter.ParameterType, type.GenericParameters.Count)));
        return parameters;
    }

    /// <summary>What a hook must return to stand in for the member: for a constructor, what it makes.</summary>
    public static string ResultOfCall(MethodReference called)
    {
        var element = called.GetElementMethod();
        var type = element.DeclaringType.GetElementType();
        return element.Name == ".ctor" ? $"{type.FullName}{ArgumentsOf(type)}" : Write(element.ReturnType, type.GenericParameters.Count);
    }

    /// <summary>What a hook returns.</summary>
    public static string ResultOfHook(MethodDefinition hook) => Write(hook.ReturnType, 0);

    /// <summary>What a hook takes.</summary>
    public static List<string> OfHook(MethodDefinition hook) =>
        [.. hook.Parameters.Select(parameter => Write(parameter.ParameterType, 0))];

    /// <summary>Whether the type is one whose members take an address.</summary>
    public static bool IsStruct(TypeReference type) => type.IsValueType || type.GetElementType().IsValueType || type.Resolve() is { IsValueType: true };

    private static string ArgumentsOf(TypeReference type) =>
        type.HasGenericParameters ? $"<{string.Join(',', Enumerable.Range(0, type.GenericParameters.Count).Select(static index => $"#{index}"))}>" : "";

    private static string Write(TypeReference type, int typeArity) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter => $"#{parameter.Position}",
        GenericParameter parameter => $"#{typeArity + parameter.Position}",
        ByReferenceType reference => Write(reference.ElementType, typeArity) + "&",
        ArrayType array => $"{Write(array.ElementType, typeArity)}[{new string(',', array.Rank - 1)}]",
        PointerType pointer => Write(pointer.ElementType, typeArity) + "*",
        IModifierType modified => Write(modified.ElementType, typeArity),
        GenericInstanceType instance =>
            $"{instance.ElementType.FullName}<{string.Join(',', instance.GenericArguments.Select(argument => Write(argument, typeArity)))}>",
        _ => type.FullName,
    };
}
