using ReplayKit.Hooks;

namespace ReplayKit.Messages;

/// <summary>Names places of woven code, short enough for a table.</summary>
internal static class SiteWords
{
    public static string Name(AwaitSite site) => Name(site.DeclaringType, site.Method);

    public static string Name(CodeSite site) => Name(site.DeclaringType, site.Method);

    /// <summary>File and line, with two spaces before them; empty when unknown.</summary>
    public static string Place(AwaitSite site) => Place(site.File, site.Line);

    /// <summary>File and line, with two spaces before them; empty when unknown.</summary>
    public static string Place(CodeSite site) => Place(site.File, site.Line);

    private static string Name(string declaringType, string method)
    {
        var type = declaringType[(declaringType.LastIndexOfAny(['.', '+', '/']) + 1)..];
        return method == type || type.Length == 0 ? method : $"{type}.{method}";
    }

    private static string Place(string file, int line) => line == 0 ? "" : $"  {Path.GetFileName(file.Replace('\\', '/'))}:{line}";
}
