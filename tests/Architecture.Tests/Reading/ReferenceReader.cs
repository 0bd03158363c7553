using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Architecture.Tests.Reading;

/// <summary>Finds what types use: in signatures, attributes, locals, handlers and instructions.</summary>
internal static class ReferenceReader
{
    public static IEnumerable<Reference> Of(AssemblyDefinition assembly) =>
        assembly.MainModule.Types.SelectMany(static type => Of(type)).Distinct();

    /// <summary>A type and all that is nested in it.</summary>
    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Reference> Of(TypeDefinition outermost)
    {
        foreach (var type in WithNested(outermost))
        {
            foreach (var used in UsedBy(type)) yield return Make(outermost, used, "");
            foreach (var instruction in type.Methods.Where(static method => method.HasBody).SelectMany(static method => method.Body.Instructions))
            {
                if (instruction.Operand is not MemberReference { DeclaringType: { } declaring } member || member is TypeReference) continue;
                foreach (var used in Flatten(declaring)) yield return Make(outermost, used, "");
                if (declaring.GetElementType() is { } element) yield return Make(outermost, element, member.Name);
            }
        }
    }

    private static Reference Make(TypeDefinition user, TypeReference used, string member)
    {
        var assembly = used.Scope is AssemblyNameReference name ? name.Name : user.Module.Assembly.Name.Name;
        return new Reference(user.FullName, user.Namespace, assembly, used.FullName, member);
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        var signatures = type.Methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.ParameterType).Append(method.ReturnType));
        var locals = type.Methods.Where(static method => method.HasBody)
            .SelectMany(static method => method.Body.Variables.Select(static variable => variable.VariableType)
                .Concat(method.Body.ExceptionHandlers.Select(static handler => handler.CatchType))
                .Concat(method.Body.Instructions.SelectMany(TypesIn)));
        var attributes = type.CustomAttributes.Concat(type.Methods.SelectMany(static method => method.CustomAttributes))
            .Select(static attribute => attribute.AttributeType);
        return type.Fields.Select(static field => field.FieldType)
            .Concat(type.Interfaces.Select(static implementation => implementation.InterfaceType))
            .Concat(signatures).Concat(locals).Concat(attributes).Append(type.BaseType)
            .OfType<TypeReference>().SelectMany(Flatten);
    }

    private static IEnumerable<TypeReference?> TypesIn(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.ReturnType, .. method.Parameters.Select(static parameter => parameter.ParameterType), .. ArgumentsOf(method)],
        FieldReference field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> ArgumentsOf(MethodReference method) =>
        method is GenericInstanceMethod generic ? generic.GenericArguments : [];

    private static IEnumerable<TypeReference> Flatten(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Flatten).Append(generic.ElementType),
        TypeSpecification specification => Flatten(specification.ElementType),
        _ => [type],
    };
}
