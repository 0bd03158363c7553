using Architecture.Tests.Reading;
using Mono.Cecil;

namespace Architecture.Tests.Rules;

/// <summary>Who asks the scheduler.</summary>
internal static class SeamRules
{
    /// <summary>Types that call <paramref name="member"/> of <paramref name="seam"/>, but for implementations of it: a scheduler may wrap another.</summary>
    public static IEnumerable<string> Callers(string seam, string member, IReadOnlyList<AssemblyDefinition> assemblies)
    {
        var wrappers = assemblies.SelectMany(static assembly => assembly.MainModule.Types)
            .Where(type => type.Interfaces.Any(implementation => implementation.InterfaceType.FullName == seam))
            .Select(static type => type.FullName)
            .ToHashSet();
        return assemblies.SelectMany(ReferenceReader.Of)
            .Where(reference => reference.Type == seam && reference.Member == member && !wrappers.Contains(reference.User))
            .Select(static reference => reference.User);
    }
}
