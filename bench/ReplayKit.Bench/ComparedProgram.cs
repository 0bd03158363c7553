using System.Reflection;
using ReplayKit;

namespace Bench;

/// <summary>A program that both explorers run.</summary>
/// <param name="Group">What kind of program it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="PeerMethod">The method that the peer calls.</param>
/// <param name="Body">What we call.</param>
internal sealed record ComparedProgram(string Group, string Name, string PeerMethod, Func<Replay, Task> Body)
{
    /// <summary>The programs of a class: both call the same method.</summary>
    public static IEnumerable<ComparedProgram> Of(string group, Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => Of(group, method));

    private static ComparedProgram Of(string group, MethodInfo method)
    {
        var program = method.CreateDelegate<Func<Task>>();
        return new ComparedProgram(group, method.Name, $"{method.DeclaringType!.FullName}.{method.Name}", _ => program());
    }
}
