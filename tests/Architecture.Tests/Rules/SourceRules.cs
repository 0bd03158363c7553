using Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests.Rules;

/// <summary>The house rules that can be read from one file.</summary>
internal static class SourceRules
{
    public const int FileLinesMax = 400;
    public const int MethodLinesMax = 60;
    public const int ParametersMax = 4;

    private static readonly string[] Marks = ["TODO", "FIXME", "HACK", "XXX"];

    public static IEnumerable<string> LongFiles(SourceFile file) =>
        file.LineCount > FileLinesMax ? [$"{file.Path}: {file.LineCount} lines"] : [];

    /// <summary>Methods, constructors, accessors, operators and local functions that are too long; a top-level program is one method.</summary>
    public static IEnumerable<string> LongMethods(SourceFile file) =>
        from node in file.Root.DescendantNodesAndSelf()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax { ExpressionBody: not null }
        let lines = LinesOf(node)
        where lines > MethodLinesMax
        select $"{file.Path}: {NameOf(node)} has {lines} lines";

    /// <summary>Signatures that ask for too much. A record is the way out, so it is exempt; so is what another type prescribes.</summary>
    public static IEnumerable<string> LongSignatures(SourceFile file) =>
        from list in file.Root.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parameters.Count > ParametersMax && list.Parent is { } owner && !IsExempt(owner)
        select $"{file.Path}: {NameOf(list.Parent)} has {list.Parameters.Count} parameters";

    public static IEnumerable<string> SharedFiles(SourceFile file)
    {
        var types = file.Root.DescendantNodes(static node => node is not TypeDeclarationSyntax)
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(NameOf)
            .ToList();
        return types.Count > 1 ? [$"{file.Path}: holds {string.Join(", ", types)}"] : [];
    }

    /// <summary>Comments that promise work.</summary>
    public static IEnumerable<string> Promises(SourceFile file) =>
        from trivia in file.Root.DescendantTrivia()
        where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
        let text = trivia.ToFullString()
        from mark in Marks
        where HoldsWord(text, mark)
        select $"{file.Path}:{trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {mark}";

    /// <summary>Calls that sleep, but for the hook that stands in for this very member: outside control it does what the program asked for.</summary>
    public static IEnumerable<string> Sleeps(SourceFile file) =>
        from call in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where call.Name.Identifier.ValueText == "Sleep" && call.Expression.ToString() is "Thread" or "System.Threading.Thread"
        where !call.Ancestors().OfType<MethodDeclarationSyntax>().Any(static method => method.Identifier.ValueText == "Sleep" && IsHook(method))
        select $"{file.Path}:{file.LineOf(call)}: Thread.Sleep";

    /// <summary>Handlers that take every exception and keep it: no filter names the ones meant, and none is thrown on.</summary>
    public static IEnumerable<string> CatchAlls(SourceFile file) =>
        from handler in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where handler.Filter is null && handler.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        where !handler.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Any(static thrown => thrown.Expression is null)
        select $"{file.Path}: {NameOf(handler.Ancestors().First(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax))}";

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static bool IsExempt(SyntaxNode owner) =>
        owner is RecordDeclarationSyntax or AnonymousFunctionExpressionSyntax
        || (owner is MemberDeclarationSyntax member && member.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.ExternKeyword))
        || owner is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
        || IsHook(owner);

    // A hook has the signature of the member that it stands in for, with its receiver before and the call's site behind it.
    private static bool IsHook(SyntaxNode owner) =>
        owner is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax type } method
        && type.Identifier.ValueText.EndsWith("Hooks", StringComparison.Ordinal)
        && method.Modifiers.Any(SyntaxKind.PublicKeyword) && method.Modifiers.Any(SyntaxKind.StaticKeyword);

    private static string NameOf(SyntaxNode? node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        AccessorDeclarationSyntax accessor => NameOf(accessor.Parent?.Parent),
        _ => node?.Kind().ToString() ?? "",
    };

    private static bool HoldsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }
}
