using System.Collections.Immutable;
using System.Reflection;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Statics;

/// <summary>Lets each schedule of an exploration begin with the static fields of woven assemblies as they were when the exploration began.</summary>
/// <remarks>
/// A type that a schedule initialised is initialised again, as the next schedule's first step; one that was initialised around it, before that. A field that held something before gets it back;
/// the object itself cannot be taken back, and is reported if it was changed. See docs/decisions/0012-fresh-statics.md.
/// </remarks>
internal sealed class FreshStatics : IDisposable
{
    private readonly bool _isOff;
    private readonly Dictionary<Assembly, (InitialisedTypes? List, int Count)> _assemblies = [];
    private readonly List<FreshType> _typesAround = [];
    private readonly List<FreshType> _typesWithin = [];
    private readonly List<StaticField> _fields = [];
    private readonly Dictionary<Type, FieldInfo[]> _shapes = [];
    private readonly SortedSet<string> _leaked = new(StringComparer.Ordinal);
    private volatile bool _isStale = true;
    private bool _isCompared;

    /// <param name="isOff">Whether to leave the fields alone.</param>
    public FreshStatics(bool isOff)
    {
        _isOff = isOff;
        if (isOff) return;
        AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;
        TakeIn(isBefore: true);
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

    public void Dispose() => AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;

    /// <summary>Makes fresh what is used around a schedule, such as by the set-up of a fixture. Called before that, outside control.</summary>
    public void RenewAround()
    {
        if (_isOff) return;
        TakeIn(isBefore: false);
        TakeInTypes(_typesWithin);
        foreach (var field in _fields) field.Restore();
        Renew(_typesAround);
    }

    /// <summary>Makes fresh what schedules alone use. Called under control, as a schedule's first step.</summary>
    public void RenewWithin()
    {
        if (_isOff) return;
        TakeIn(isBefore: false);
        TakeInTypes(_typesAround);
        Renew(_typesWithin);
    }

    /// <summary>Looks for what the first schedule changed. The others are looked at together, at the end.</summary>
    public void Compare()
    {
        if (_isCompared) return;
        _isCompared = true;
        Look();
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
        if (!_isStale) return;
        _isStale = false;
        foreach (var assembly in StaticTypes.Woven)
        {
            if (_assemblies.ContainsKey(assembly)) continue;
            var list = StaticTypes.ListOf(assembly);
            var before = isBefore && list is not null ? list.Types : [];
            _assemblies.Add(assembly, (list, before.Length));
            var fields = StaticTypes.PlainFieldsOf(assembly).Concat(before.SelectMany(static type => StaticTypes.FieldsOf(type.Type)));
            _fields.AddRange(fields.Select(field => new StaticField(field, isBefore ? field.GetValue(null) : DefaultOf(field), _shapes)));
        }
    }

    private static void Renew(List<FreshType> types)
    {
        // Those that are initialised for the first time meanwhile are fresh.
        foreach (var type in types) type.Clear();
        foreach (var type in types) type.Initialise();
    }

    private void TakeInTypes(List<FreshType> types)
    {
        var news = new List<InitialisedType>();
        foreach (var (assembly, (list, count)) in _assemblies)
        {
            if (list is null || list.Count == count) continue;
            var all = list.Types;
            news.AddRange(all.Skip(count));
            _assemblies[assembly] = (list, all.Length);
        }

        types.AddRange(news.OrderBy(static type => type.Timestamp).Select(static type => new FreshType(type.Type)));
    }

    private void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args) => _isStale = true;

    private static object? DefaultOf(FieldInfo field) =>
        field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null ? Activator.CreateInstance(field.FieldType) : null;
}
