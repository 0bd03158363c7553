using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace Architecture.Tests.Reading;

/// <summary>Compiles a few lines that break a rule, for the proof that the rule can fail.</summary>
internal static class Snippet
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles <paramref name="code"/> to an assembly named <paramref name="name"/> that references the <paramref name="others"/>.</summary>
    public static AssemblyDefinition Compile(string name, string code, params AssemblyDefinition[] others)
    {
        var references = others.Select(static other => MetadataReference.CreateFromImage(Image(other)));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Debug, allowUnsafe: true);
        var trees = new[] { Usings, code }.Select(static text => CSharpSyntaxTree.ParseText(text));
        var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, [.. Framework, .. references], options).Emit(image);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return AssemblyDefinition.ReadAssembly(image);
    }

    /// <summary>Parses <paramref name="code"/> as the file <paramref name="path"/>.</summary>
    public static SourceFile Parse(string code, string path = "src/Sample/Sample.cs") => SourceFile.Parse(path, code);

    private static byte[] Image(AssemblyDefinition assembly)
    {
        var stream = new MemoryStream();
        assembly.Write(stream);
        return stream.ToArray();
    }
}
