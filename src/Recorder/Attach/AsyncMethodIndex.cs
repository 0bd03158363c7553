using System.Reflection.Metadata;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Attach;

/// <summary>Finds the state machines of an assembly and the methods they were made from.</summary>
public static class AsyncMethodIndex
{
    private const string StateMachineInterface = "IAsyncStateMachine";
    private const string StateMachineNamespace = "System.Runtime.CompilerServices";

    /// <summary>Async methods of an assembly.</summary>
    public static IEnumerable<AsyncMethod> Build(MetadataReader metadata, RecordedAssembly assembly)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!type.IsNested || !IsStateMachine(metadata, type)) continue;
            var name = metadata.GetString(type.Name);
            yield return new AsyncMethod(
                name, assembly.Name, SourceType(metadata, type.GetDeclaringType()), SourceMethod(name), assembly.IsFramework);
        }
    }

    /// <summary>
    /// Name of the source method that a state machine's name holds: <c>GetAsync</c> for <c>&lt;GetAsync&gt;d__3</c>, and for a lambda or
    /// local function the method around it, <c>Main</c> for <c>&lt;&lt;Main&gt;$&gt;b__0_2&gt;d</c>.
    /// </summary>
    public static string SourceMethod(string stateMachineName)
    {
        var open = stateMachineName.AsSpan().IndexOfAnyExcept('<') - 1;
        if (open < 0) return stateMachineName;
        // A name may hold brackets of its own: "<IMap<K>.GetAsync>d__3" is an explicit implementation.
        var depth = 0;
        for (var at = open; at < stateMachineName.Length; at++)
        {
            if (stateMachineName[at] == '<') depth++;
            if (stateMachineName[at] == '>' && --depth == 0) return stateMachineName[(open + 1)..at];
        }

        return stateMachineName;
    }

    private static bool IsStateMachine(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetInterfaceImplementations())
        {
            var implemented = metadata.GetInterfaceImplementation(handle).Interface;
            if (IsStateMachineInterface(metadata, implemented)) return true;
        }

        return false;
    }

    private static bool IsStateMachineInterface(MetadataReader metadata, EntityHandle implemented)
    {
        if (implemented.Kind == HandleKind.TypeReference)
        {
            var reference = metadata.GetTypeReference((TypeReferenceHandle)implemented);
            return metadata.StringComparer.Equals(reference.Name, StateMachineInterface)
                && metadata.StringComparer.Equals(reference.Namespace, StateMachineNamespace);
        }

        if (implemented.Kind != HandleKind.TypeDefinition) return false;
        // The core library defines the interface itself.
        var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)implemented);
        return metadata.StringComparer.Equals(definition.Name, StateMachineInterface)
            && metadata.StringComparer.Equals(definition.Namespace, StateMachineNamespace);
    }

    // The type in whose source the method stands: closures ("<>c", "<>c__DisplayClass0_0") and other types that the compiler made are passed over.
    private static string SourceType(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        if (!type.IsNested)
        {
            var space = metadata.GetString(type.Namespace);
            return space.Length == 0 ? name : space + "." + name;
        }

        var outer = SourceType(metadata, type.GetDeclaringType());
        return name.StartsWith('<') ? outer : outer + "+" + name;
    }
}
