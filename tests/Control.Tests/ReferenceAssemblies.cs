using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Control.Tests;

/// <summary>The public members of the reference assemblies that come with the SDK.</summary>
internal static class ReferenceAssemblies
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    /// <summary>Those of <c>System.Threading*</c> and <c>System.Timers</c>, of types that hold behaviour.</summary>
    public static IReadOnlySet<ReferenceMember> Members { get; } =
        Read(MethodAttributes.Public).Where(static member => member.Namespace.StartsWith("System.Threading", StringComparison.Ordinal) || member.Namespace == "System.Timers")
            .Select(static member => member.Member).ToHashSet();

    /// <summary>All of them, and the protected ones.</summary>
    public static IReadOnlySet<ReferenceMember> AllMembers { get; } = Read(MethodAttributes.Family, MethodAttributes.FamORAssem, MethodAttributes.Public).Select(static member => member.Member).ToHashSet();

    public static string RepositoryRoot { get; } = FindRoot();

    private static IEnumerable<(string Namespace, ReferenceMember Member)> Read(params MethodAttributes[] accesses) =>
        Packs.SelectMany(static pack => Directory.EnumerateFiles(FolderOf(pack), "*.dll")).SelectMany(path => ReadAssembly(path, accesses));

    private static string FolderOf(string pack)
    {
        // .../shared/Microsoft.NETCore.App/10.0.x of the runtime leads to .../packs.
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(shared, "..", "..", "..", "packs", pack);
        var newest = Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Last();
        return Path.Combine(newest, "ref", $"net{Environment.Version.Major}.0");
    }

    private static List<(string Namespace, ReferenceMember Member)> ReadAssembly(string path, MethodAttributes[] accesses)
    {
        var members = new List<(string, ReferenceMember)>();
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata) return members;
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!IsVisible(metadata, type) || !HoldsBehaviour(metadata, type)) continue;
            var (space, name) = NameOf(metadata, type);
            members.AddRange(type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => accesses.Contains(method.Attributes & MethodAttributes.MemberAccessMask))
                .Select(method => metadata.GetString(method.Name)).Where(static member => member != ".cctor")
                .Select(member => (space, new ReferenceMember(name, member))));
        }

        return members;
    }

    private static bool IsVisible(MetadataReader metadata, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsVisible(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    // Enums, delegates, exceptions, attributes and arguments of events hold nothing that waits or starts.
    private static bool HoldsBehaviour(MetadataReader metadata, TypeDefinition type)
    {
        if ((type.Attributes & TypeAttributes.Interface) != 0) return true;
        var name = metadata.GetString(type.Name);
        if (name.EndsWith("Exception", StringComparison.Ordinal) || name.EndsWith("Attribute", StringComparison.Ordinal) || name.EndsWith("EventArgs", StringComparison.Ordinal)) return false;
        return BaseOf(metadata, type) is not ("System.Enum" or "System.MulticastDelegate");
    }

    private static string BaseOf(MetadataReader metadata, TypeDefinition type)
    {
        if (type.BaseType.Kind != HandleKind.TypeReference) return "";
        var reference = metadata.GetTypeReference((TypeReferenceHandle)type.BaseType);
        return $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}";
    }

    private static (string Namespace, string Name) NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType().IsNil)
        {
            var space = metadata.GetString(type.Namespace);
            return (space, space.Length == 0 ? name : $"{space}.{name}");
        }

        var (outerSpace, outer) = NameOf(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()));
        return (outerSpace, $"{outer}/{name}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReplayKit.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
