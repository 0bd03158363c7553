using System.Collections;
using System.Reflection;
using System.Text;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Statics;

/// <summary>A hash of what an object holds, to see whether it was changed. It looks at a bounded number of values.</summary>
/// <remarks>
/// Collections of the framework count by their elements, objects of woven code by their fields; of other objects nothing is looked at. A change that
/// it does not see is one deep inside a large graph, or inside the framework.
/// </remarks>
/// <param name="shapes">Fields by type: looked up once each.</param>
internal sealed class ContentPrint(Dictionary<Type, FieldInfo[]> shapes)
{
    private const int ValueCountMax = 2000;
    private const int DepthMax = 8;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private ulong _hash = Multiplier;
    private int _count;

    public static ulong Of(object? value, Dictionary<Type, FieldInfo[]> shapes)
    {
        var print = new ContentPrint(shapes);
        print.Add(value, 0);
        return print._hash;
    }

    private void Add(object? value, int depth)
    {
        if (value is null || depth > DepthMax || ++_count > ValueCountMax)
        {
            Mix(0);
            return;
        }

        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string or decimal or DateTime or DateTimeOffset or TimeSpan or Guid)
        {
            Mix((ulong)value.GetHashCode());
            return;
        }

        if (value is Delegate or Type or Task or MemberInfo || (!type.IsValueType && !_seen.Add(value))) return;
        if (IsOfFramework(type)) AddFramework(value, type, depth);
        else if (type.Assembly.IsDefined(typeof(WovenAttribute), inherit: false)) AddFields(value, type, depth);
    }

    private void AddFramework(object value, Type type, int depth)
    {
        switch (value)
        {
            case StringBuilder text:
                Mix((ulong)text.Length);
                break;
            case IDictionary entries:
                Mix((ulong)entries.Count);
                foreach (DictionaryEntry entry in entries)
                {
                    Add(entry.Key, depth + 1);
                    Add(entry.Value, depth + 1);
                    if (_count > ValueCountMax) break;
                }

                break;
            case IEnumerable elements when type.IsArray || IsCollection(type):
                // Of a large one, not every element is looked at.
                if (type.GetProperty(nameof(ICollection.Count), typeof(int))?.GetValue(value) is int count) Mix((ulong)count);
                foreach (var element in elements)
                {
                    Mix(1);
                    Add(element, depth + 1);
                    if (_count > ValueCountMax) break;
                }

                break;
            default:
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>)) Mix(type.GetProperty(nameof(Lazy<int>.IsValueCreated))!.GetValue(value) is true ? 1UL : 2UL);
                else if (type.IsValueType) AddFields(value, type, depth);
                break;
        }
    }

    private void AddFields(object value, Type type, int depth)
    {
        if (!shapes.TryGetValue(type, out var fields)) shapes.Add(type, fields = FieldsOf(type));
        foreach (var field in fields) Add(field.GetValue(value), depth + 1);
    }

    private static FieldInfo[] FieldsOf(Type? type)
    {
        var fields = new List<FieldInfo>();
        for (; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
            fields.AddRange(type.GetFields(Own).Where(static field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike && !field.FieldType.IsFunctionPointer));
        return [.. fields];
    }

    private void Mix(ulong value)
    {
        _hash = (_hash ^ value) * Multiplier;
        _hash ^= _hash >> 29;
    }

    private static bool IsOfFramework(Type type) => type.IsArray || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    private static bool IsCollection(Type type) => type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
