using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Statics;

/// <summary>Lets each schedule of an exploration begin with the static fields of woven assemblies as they were when the exploration began.</summary>
/// <remarks>
/// A type that a schedule initialised is initialised again, as the next schedule's first step. A field that held something before gets it back;
/// the object itself cannot be taken back, and is reported if it was changed. See docs/decisions/0012-fresh-statics.md.
/// </remarks>
internal sealed class FreshStatics
{
    private readonly bool _isOff;
    private readonly Dictionary<Assembly, (InitialisedTypes? List, int CountBefore)> _assemblies = [];
    private readonly List<StaticField> _fields = [];
    private readonly SortedSet<string> _leaked = new(StringComparer.Ordinal);
    private int _assemblyCount;
    private int _scheduleCount;

    /// <param name="isOff">Whether to leave the fields alone.</param>
    public FreshStatics(bool isOff)
    {
        _isOff = isOff;
        if (!isOff) TakeIn(isBefore: true);
    }

    /// <summary>The fields whose objects were changed.</summary>
    public ImmutableArray<string> Leaked
    {
        get
        {
            Look();
            return [.. _leaked];
        }
    }

    /// <summary>Makes the fields fresh. Called under control, as a schedule's first step.</summary>
    public void Renew()
    {
        if (_isOff) return;
        TakeIn(isBefore: false);
        foreach (var field in _fields) field.Restore();
        var types = _assemblies.Values.SelectMany(static assembly => assembly.List?.Types.Skip(assembly.CountBefore) ?? []).ToList();
        foreach (var field in types.SelectMany(StaticTypes.FieldsOf)) field.SetValue(null, null);
        foreach (var type in types) StaticTypes.InitialiserOf(type)?.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    /// <summary>Looks for what a schedule changed: after the first, and ever more rarely then.</summary>
    public void Compare()
    {
        if (BitOperations.IsPow2(++_scheduleCount)) Look();
    }

    private void Look()
    {
        foreach (var field in _fields)
        {
            if (!_leaked.Contains(field.Name) && field.IsChangedWithin) _leaked.Add(field.Name);
        }
    }

    // An assembly that a schedule loaded had nothing initialised before, and nothing in its other fields.
    private void TakeIn(bool isBefore)
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Length;
        if (loaded == _assemblyCount) return;
        _assemblyCount = loaded;
        foreach (var assembly in StaticTypes.Woven)
        {
            if (_assemblies.ContainsKey(assembly)) continue;
            var list = StaticTypes.ListOf(assembly);
            var before = isBefore && list is not null ? list.Types : [];
            _assemblies.Add(assembly, (list, before.Length));
            var fields = StaticTypes.PlainFieldsOf(assembly).Concat(before.SelectMany(StaticTypes.FieldsOf));
            _fields.AddRange(fields.Select(field => new StaticField(field, isBefore ? field.GetValue(null) : DefaultOf(field))));
        }
    }

    private static object? DefaultOf(FieldInfo field) =>
        field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null ? Activator.CreateInstance(field.FieldType) : null;
}
