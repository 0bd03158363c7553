using System.Reflection;
using System.Runtime.CompilerServices;

namespace Replayer.Tests.Weaving.Verification;

/// <summary>Has every method of an assembly compiled, generic ones with type arguments that their constraints allow.</summary>
internal static class Compilation
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly Type[] Candidates = [typeof(object), typeof(int), typeof(string), typeof(Exception), typeof(MemoryStream), typeof(Task<int>)];

    /// <summary>The methods that do not compile, and why; a sentence each.</summary>
    public static IEnumerable<string> FailuresOf(Assembly assembly)
    {
        foreach (var type in TypesOf(assembly))
        {
            if (Close(type.GetGenericArguments(), type.MakeGenericType) is not { } closed) continue;
            foreach (var method in closed.GetMethods(All).Cast<MethodBase>().Concat(closed.GetConstructors(All)))
            {
                if (!method.IsAbstract && FailureOf(method, closed) is { } failure) yield return failure;
            }
        }
    }

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }

    private static string? FailureOf(MethodBase method, Type type)
    {
        try
        {
            var arguments = method.IsGenericMethodDefinition ? ArgumentsFor(method.GetGenericArguments(), types => ((MethodInfo)method).MakeGenericMethod(types)) : [];
            if (arguments is null) return null;
            RuntimeTypeHandle[] handles = [.. (type.IsGenericType ? type.GetGenericArguments() : []).Concat(arguments).Select(static argument => argument.TypeHandle)];
            RuntimeHelpers.PrepareMethod(method.MethodHandle, handles);
            return null;
        }
        catch (Exception exception)
        {
            return $"{type.FullName}.{method.Name}: {exception.GetType().Name} {exception.Message}";
        }
    }

    private static Type? Close(Type[] parameters, Func<Type[], Type> make) =>
        parameters.Length == 0 ? make.Target as Type : ArgumentsFor(parameters, make) is { } arguments ? make(arguments) : null;

    private static Type[]? ArgumentsFor<T>(Type[] parameters, Func<Type[], T> make)
    {
        foreach (var candidate in Candidates)
        {
            Type[] arguments = [.. parameters.Select(_ => candidate)];
            try
            {
                make(arguments);
                return arguments;
            }
            catch (Exception exception) when (exception is ArgumentException or TypeLoadException or NotSupportedException or BadImageFormatException)
            {
                // Not what its constraints allow.
            }
        }

        return null;
    }
}
