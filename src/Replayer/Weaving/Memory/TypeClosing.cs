using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Writes the types of members of generic types and methods with the type arguments of one use of them.</summary>
internal static class TypeClosing
{
    /// <summary>The field's type, as a local that holds its value needs it.</summary>
    public static TypeReference TypeOf(FieldReference field) => Close(field.FieldType, field.DeclaringType as GenericInstanceType, null);

    /// <summary>A parameter's type, as a local that holds the argument needs it.</summary>
    public static TypeReference TypeOf(MethodReference called, ParameterDefinition parameter) =>
        Close(parameter.ParameterType, called.DeclaringType as GenericInstanceType, called as GenericInstanceMethod);

    private static TypeReference Close(TypeReference type, GenericInstanceType? declaring, GenericInstanceMethod? method) => type switch
    {
        IModifierType modified => Close(modified.ElementType, declaring, method),
        GenericParameter { Type: GenericParameterType.Type } parameter => declaring is null ? type : declaring.GenericArguments[parameter.Position],
        GenericParameter parameter => method is null ? type : method.GenericArguments[parameter.Position],
        ByReferenceType reference => new ByReferenceType(Close(reference.ElementType, declaring, method)),
        PointerType pointer => new PointerType(Close(pointer.ElementType, declaring, method)),
        ArrayType { IsVector: true } array => new ArrayType(Close(array.ElementType, declaring, method)),
        ArrayType array => new ArrayType(Close(array.ElementType, declaring, method), array.Rank),
        GenericInstanceType instance => Close(instance, declaring, method),
        _ => type,
    };

    private static GenericInstanceType Close(GenericInstanceType instance, GenericInstanceType? declaring, GenericInstanceMethod? method)
    {
        var closed = new GenericInstanceType(instance.ElementType);
        foreach (var argument in instance.GenericArguments) closed.GenericArguments.Add(Close(argument, declaring, method));
        return closed;
    }
}
