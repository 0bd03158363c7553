using System.Reflection;
using System.Runtime.Loader;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

/// <summary>The corpus of async methods, in both builds, woven and not.</summary>
internal static class Corpus
{
    public static IEnumerable<string> Names => ["WeaveCorpus", "WeaveCorpus.Optimized"];

    public static string PathOf(string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReplayKit.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "Programs", name, "bin", configuration, "net10.0", name + ".dll");
    }

    public static (Assembly Assembly, WeaveReport Report) Weave(string path)
    {
        var output = Path.Combine(AppContext.BaseDirectory, "woven", Guid.NewGuid().ToString("N"), Path.GetFileName(path));
        var report = Weaver.Weave(new WeaveRequest(path, output, [Path.GetDirectoryName(path)!]));
        return (Load(output), report);
    }

    /// <summary>Loads an assembly beside others of its name. The hooks are those of this process.</summary>
    public static Assembly Load(string path) => new AssemblyLoadContext(path).LoadFromAssemblyPath(path);

    /// <summary>The programs: public static methods without parameters that answer a text.</summary>
    public static IEnumerable<MethodInfo> Programs(Assembly assembly) =>
        assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(static method => method.ReturnType == typeof(Task<string>) && method.GetParameters().Length == 0);

    public static Task<string> Start(MethodInfo program) => (Task<string>)program.Invoke(null, null)!;
}
