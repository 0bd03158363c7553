using Mono.Cecil;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>What a value is on the evaluation stack: i (32 bits, native, pointer), l, f, o (reference), &amp; (address), or v: with the name of a struct or type parameter.</summary>
internal static class StackKinds
{
    public const string Int = "i";
    public const string Long = "l";
    public const string Float = "f";
    public const string Reference = "o";
    public const string Address = "&";

    /// <summary>The kind of a value of this type.</summary>
    public static string Of(TypeReference type) => type switch
    {
        IModifierType modified => Of(modified.ElementType),
        PinnedType pinned => Of(pinned.ElementType),
        ByReferenceType => Address,
        PointerType or FunctionPointerType => Int,
        GenericParameter parameter => $"v:{parameter.FullName}",
        ArrayType => Reference,
        _ => OfNamed(type),
    };

    /// <summary>Whether there is a value of the type.</summary>
    public static bool IsValue(TypeReference type) => type is IModifierType modified ? IsValue(modified.ElementType) : type.MetadataType != MetadataType.Void;

    /// <summary>The type with the type arguments of the member that names it.</summary>
    public static TypeReference Close(TypeReference type, MethodReference method) => Close(type, method.DeclaringType as GenericInstanceType, method as GenericInstanceMethod);

    /// <summary>The type with the type arguments of the field that names it.</summary>
    public static TypeReference Close(TypeReference type, FieldReference field) => Close(type, field.DeclaringType as GenericInstanceType, null);

    /// <summary>Whether a value of the one kind may stand where the other is asked for.</summary>
    public static bool Fits(string value, string wanted) =>
        value == wanted || (value is Int && wanted is Address) || (value is Address && wanted is Int);

    private static TypeReference Close(TypeReference type, GenericInstanceType? owner, GenericInstanceMethod? method) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter when owner is not null => owner.GenericArguments[parameter.Position],
        GenericParameter { Type: GenericParameterType.Method } parameter when method is not null => method.GenericArguments[parameter.Position],
        GenericInstanceType instance => CloseInstance(instance, owner, method),
        ByReferenceType reference => new ByReferenceType(Close(reference.ElementType, owner, method)),
        ArrayType array => new ArrayType(Close(array.ElementType, owner, method), array.Rank),
        IModifierType modified => Close(modified.ElementType, owner, method),
        _ => type,
    };

    private static GenericInstanceType CloseInstance(GenericInstanceType instance, GenericInstanceType? owner, GenericInstanceMethod? method)
    {
        var closed = new GenericInstanceType(instance.ElementType);
        foreach (var argument in instance.GenericArguments) closed.GenericArguments.Add(Close(argument, owner, method));
        return closed;
    }

    private static string OfNamed(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Char or MetadataType.SByte or MetadataType.Byte or MetadataType.Int16 or MetadataType.UInt16
            or MetadataType.Int32 or MetadataType.UInt32 or MetadataType.IntPtr or MetadataType.UIntPtr => Int,
        MetadataType.Int64 or MetadataType.UInt64 => Long,
        MetadataType.Single or MetadataType.Double => Float,
        MetadataType.ValueType => OfStruct(type),
        MetadataType.GenericInstance when type.GetElementType().IsValueType => OfStruct(type),
        MetadataType.TypedByReference => "v:typedref",
        _ => Reference,
    };

    private static string OfStruct(TypeReference type) =>
        type.Resolve() is { IsEnum: true } resolved ? Of(resolved.Fields.Single(static field => !field.IsStatic).FieldType) : $"v:{type.FullName}";
}
