using System.Reflection;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Weaving.Memory;

namespace ReplayKit.Replayer.Statics;

/// <summary>Finds the static fields of woven assemblies without initialising anything.</summary>
internal static class StaticTypes
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The woven assemblies that are loaded.</summary>
    public static IEnumerable<Assembly> Woven =>
        AppDomain.CurrentDomain.GetAssemblies().Where(static assembly => !assembly.IsDynamic && assembly.IsDefined(typeof(WovenAttribute), inherit: false));

    /// <summary>The list of types that an assembly initialised; null when it has none that needs initialising.</summary>
    public static InitialisedTypes? ListOf(Assembly assembly) =>
        assembly.GetType(StaticsPass.HolderName)?.GetField(StaticsPass.ListName, Statics)?.GetValue(null) as InitialisedTypes;

    /// <summary>The fields of types that have no static constructor.</summary>
    public static IEnumerable<FieldInfo> PlainFieldsOf(Assembly assembly) =>
        TypesOf(assembly).Where(static type => !type.ContainsGenericParameters && type.TypeInitializer is null).SelectMany(FieldsOf);

    /// <summary>The fields that are state of this type.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.Name.StartsWith('<') ? [] : type.GetFields(Statics).Where(static field => !field.IsLiteral && IsPlain(field.FieldType) && !IsPerThread(field));

    /// <summary>What initialises the fields of a type; null when nothing does.</summary>
    public static MethodInfo? InitialiserOf(Type type) => type.GetMethod(StaticsPass.InitialiserName, Statics);

    private static bool IsPerThread(FieldInfo field) => field.IsDefined(typeof(ThreadStaticAttribute), inherit: false);

    private static bool IsPlain(Type type) => !type.IsPointer && !type.IsFunctionPointer && !type.IsByRefLike;

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
