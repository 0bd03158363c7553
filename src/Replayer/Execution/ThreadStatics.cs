using System.Reflection;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Execution;

/// <summary>Takes what an earlier run left in the thread-static fields of woven types from the threads that are used again.</summary>
/// <remarks>Types that are generic are left out: nothing tells which of them there are. Nothing is looked for before the second run: a type that no run used must not be initialised by us.</remarks>
internal sealed class ThreadStatics : IDisposable
{
    private FieldInfo[] _fields = [];
    private bool _isUsed;
    private volatile bool _isStale = true;

    public ThreadStatics() => AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;

    /// <summary>Whether a thread that was used is as good as a new one once its fields were set back: they were looked for, and none is of a generic type.</summary>
    public bool AreAllKnown { get; private set; }

    /// <summary>A run begins.</summary>
    public void Refresh()
    {
        if (_isUsed && _isStale)
        {
            _isStale = false;
            var all = AppDomain.CurrentDomain.GetAssemblies().Where(static assembly => assembly.IsDefined(typeof(WovenAttribute), false)).SelectMany(FieldsOf).ToList();
            _fields = [.. all.Where(static field => !field.DeclaringType!.ContainsGenericParameters)];
            AreAllKnown = _fields.Length == all.Count;
        }

        _isUsed = true;
    }

    /// <summary>Sets the fields back, on the calling thread.</summary>
    public void Reset()
    {
        foreach (var field in _fields) field.SetValue(null, null);
    }

    public void Dispose() => AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;

    private static IEnumerable<FieldInfo> FieldsOf(Assembly assembly)
    {
        const BindingFlags own = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return assembly.GetTypes()
            .SelectMany(static type => type.GetFields(own))
            .Where(static field => field.IsDefined(typeof(ThreadStaticAttribute), false));
    }

    private void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args) => _isStale = true;
}
