using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Packages.Tests;

/// <summary>Packages and assemblies of the framework that <c>ReplayKitWeave</c> names are the woven ones, and all of their code compiles.</summary>
internal sealed class WovenAssemblyTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Names =
    [
        "Npgsql", "StackExchange.Redis", "Polly", "Polly.Core", "Serilog", "Quartz", "Microsoft.Extensions.DependencyInjection", "System.Threading.Channels", "System.Net.Http",
        "Pipelines.Sockets.Unofficial", "System.IO.Pipelines",
    ];

    [TestCaseSource(nameof(Names))]
    public void Assembly_is_loaded_woven(string name)
    {
        var assembly = Assembly.Load(name);
        Assert.That(assembly.IsDefined(typeof(WovenAttribute)), Is.True, assembly.Location);
    }

    [TestCaseSource(nameof(Names))]
    public void Every_method_compiles(string name)
    {
        var failures = new List<string>();
        foreach (var method in Assembly.Load(name).GetTypes().Where(static type => !type.ContainsGenericParameters).SelectMany(MethodsOf))
        {
            try
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
            catch (Exception exception) when (exception is InvalidProgramException or MissingMemberException or TypeLoadException or BadImageFormatException or FileLoadException)
            {
                failures.Add($"{method.DeclaringType}.{method.Name}: {exception.GetType().Name} {exception.Message}");
            }
        }

        Assert.That(failures, Is.Empty);
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Where(static method => !method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null);
}
