using Architecture.Tests.Reading;
using Mono.Cecil;

namespace Architecture.Tests.Rules;

/// <summary>Which assembly may ask for which.</summary>
internal static class AssemblyRules
{
    private static readonly string[] Ours = ["ReplayKit.", "replaykit"];

    /// <summary>References to assemblies of this repository other than the <paramref name="allowed"/>.</summary>
    public static IEnumerable<string> ForeignReferences(AssemblyDefinition assembly, params string[] allowed) =>
        assembly.MainModule.AssemblyReferences.Select(static reference => reference.Name)
            .Where(static name => Ours.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Except(allowed)
            .Select(name => $"{assembly.Name.Name} references {name}");

    /// <summary>References to anything that the framework does not bring.</summary>
    public static IEnumerable<string> PackageReferences(AssemblyDefinition assembly) =>
        assembly.MainModule.AssemblyReferences.Select(static reference => reference.Name)
            .Where(static name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "netstandard")
            .Select(name => $"{assembly.Name.Name} references {name}");

    /// <summary>Uses of assemblies whose name starts with <paramref name="prefix"/> from outside the <paramref name="home"/> namespace.</summary>
    public static IEnumerable<string> UsesOutside(string home, string prefix, IEnumerable<AssemblyDefinition> assemblies) =>
        assemblies.SelectMany(ReferenceReader.Of)
            .Where(reference => reference.Assembly.StartsWith(prefix, StringComparison.Ordinal) && !reference.IsFrom(home))
            .Select(static reference => reference.ToString());

    /// <summary>Assemblies that let others see their internals.</summary>
    public static IEnumerable<string> SharedInternals(IEnumerable<AssemblyDefinition> assemblies) =>
        from assembly in assemblies
        from attribute in assembly.CustomAttributes
        where attribute.AttributeType.Name == "InternalsVisibleToAttribute"
        select $"{assembly.Name.Name} shows its internals to {attribute.ConstructorArguments[0].Value}";
}
