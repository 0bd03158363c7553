using System.Data.Common;
using System.Globalization;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Replayer.Control;

/// <summary>Writes down what the steps of one run touch: fields, elements, collections, locks, and rows of databases. It decides nothing.</summary>
/// <remarks>Used by the holder of the baton alone.</remarks>
public sealed class AccessLog : IDisposable
{
    private readonly List<StepAccess> _accesses = [];
    private readonly Dictionary<(object Target, nint Index, string Name), int> _numbers = new(TouchedComparer.Instance);
    private readonly Dictionary<string, int> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CodeSite> _sites = new(ReferenceEqualityComparer.Instance);
    private readonly DatabaseWatch _database;
    private StepLoop? _loop;
    private object? _lastShared;

    /// <summary>Begins to listen: a host that starts later already finds somebody who is told of its commands.</summary>
    public AccessLog() => _database = new DatabaseWatch(Command);

    /// <summary>What was touched, in order.</summary>
    public IReadOnlyList<StepAccess> Accesses => _accesses;

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    /// <summary>The run whose steps are watched.</summary>
    internal void Watch(StepLoop loop) => _loop = loop;

    /// <summary>A memory access.</summary>
    internal void Memory(object? target, nint index, MemoryUse use, string site)
    {
        if (target is null || use is MemoryUse.Address or MemoryUse.AtomicNext) return;
        var where = Known(site);
        var isWrite = use is MemoryUse.Write or MemoryUse.VolatileWrite or MemoryUse.AtomicWrite or MemoryUse.AtomicUpdate or MemoryUse.ShareWrite;
        var isCollection = use is MemoryUse.ShareRead or MemoryUse.ShareWrite;
        var kind = isCollection ? TouchedKind.Collection : index >= 0 ? TouchedKind.Element : TouchedKind.Field;
        var name = isCollection ? NameOf(target, where) : where.What;
        Add(new Touched(kind, NumberOf(target, index, isCollection ? "" : name), name), where, isWrite);
    }

    /// <summary>A call that shares or synchronises; told when the step that makes it runs.</summary>
    internal void Point(PointKind kind, object? resource, string site)
    {
        _lastShared = null;
        if (resource is null || kind is PointKind.Read or PointKind.Write or PointKind.Start or PointKind.Yield or PointKind.Outside) return;
        var where = Known(site);
        var isShared = kind == PointKind.Share;
        // Who changes a shared object releases it to those that use it later.
        _lastShared = isShared ? resource : null;
        Add(new Touched(isShared ? TouchedKind.Collection : TouchedKind.Lock, NumberOf(resource, -1, ""), NameOf(resource, where)), where, !isShared);
    }

    /// <summary>Something was released.</summary>
    internal void Released(object sync)
    {
        if (!ReferenceEquals(sync, _lastShared) || _accesses.Count == 0) return;
        _accesses[^1] = _accesses[^1] with { IsWrite = true };
        _lastShared = null;
    }

    private void Command(DbCommand command)
    {
        if (_loop is not { IsInStep: true }) return;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DbParameter parameter in command.Parameters) parameters[parameter.ParameterName] = Convert.ToString(parameter.Value, CultureInfo.InvariantCulture) ?? "";
        var uses = SqlReader.Read(command.CommandText, parameters);
        if (uses.IsEmpty) return;
        var site = CallerSites.Find();
        foreach (var use in uses)
        {
            var table = $"{command.Connection?.DataSource} {command.Connection?.Database} {use.Table}";
            if (!_tables.TryGetValue(table, out var number)) _tables.Add(table, number = _tables.Count + 1);
            Add(new Touched(TouchedKind.Row, number, use.Table) { Keys = use.Keys }, site with { What = $"{command.GetType().Name} on {use.Table}" }, use.IsWrite);
        }
    }

    private void Add(Touched what, CodeSite site, bool isWrite)
    {
        if (_loop is { IsInStep: true } loop) _accesses.Add(new StepAccess((int)loop.BeginCount, what, site, isWrite));
    }

    private int NumberOf(object target, nint index, string name)
    {
        if (_numbers.TryGetValue((target, index, name), out var known)) return known;
        _numbers.Add((target, index, name), _numbers.Count + 1);
        return _numbers.Count;
    }

    private static string NameOf(object target, CodeSite where) => where.Of.Length > 0 ? where.Of : target.GetType().Name.Split('`')[0];

    private CodeSite Known(string site)
    {
        if (_sites.TryGetValue(site, out var known)) return known;
        var parsed = CodeSite.Parse(site);
        // A part of a struct belongs to the field that holds it.
        var end = parsed.What.IndexOf(':', StringComparison.Ordinal);
        _sites.Add(site, known = end < 0 ? parsed : parsed with { What = parsed.What[..end] });
        return known;
    }
}
