using Mono.Cecil;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>Looks up definitions, where the assembly that holds them is at hand.</summary>
internal static class Resolution
{
    public static FieldDefinition? Of(FieldReference field)
    {
        try
        {
            return field.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static TypeDefinition? Of(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static MethodDefinition? Of(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }
}
