using System.Reflection;

namespace Architecture.Tests.Reading;

/// <summary>The files of this repository, by path relative to its root, with forward slashes.</summary>
internal static class Repository
{
    private static readonly EnumerationOptions Plain = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public static string Root { get; } = FindRoot();

    /// <summary>The configuration this assembly was built in: the others are read in the same.</summary>
    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static IReadOnlyList<string> Projects { get; } = Find("*.csproj", "src", "tests", "samples", "bench");

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Find("*.cs", "src", "tests", "samples", "bench").Select(static path => SourceFile.Parse(path, Read(path)))];

    public static IReadOnlyList<string> Pages { get; } =
        [.. Find("*.md", "docs", "src", "tests", "samples", "bench", "eng", "traces"), .. Directory.GetFiles(Root, "*.md").Select(Relative).Order()];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static string[] Find(string pattern, params string[] folders) =>
    [
        .. folders.Select(static folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, Plain))
            .Select(Relative)
            .Where(static path => !path.Split('/').Any(static part => part is "bin" or "obj" or "artifacts" or "TestResults" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReplayKit.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ReplayKit.sln.");
    }
}
