using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests.Reading;

/// <summary>A source file, parsed but not bound.</summary>
/// <param name="Path">Relative to the root of the repository.</param>
/// <param name="LineCount">Lines as an editor counts them: a line feed at the end starts none.</param>
/// <param name="Root">Its syntax.</param>
internal sealed record SourceFile(string Path, int LineCount, CompilationUnitSyntax Root)
{
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public static SourceFile Parse(string path, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);
        return new SourceFile(path, text.AsSpan().TrimEnd('\n').Count('\n') + 1, (CompilationUnitSyntax)tree.GetRoot());
    }

    public int LineOf(SyntaxNode node) => Root.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
}
