using System.Reflection;

namespace ReplayKit.Replayer.Statics;

/// <summary>A static field, and what it held before the exploration.</summary>
internal sealed class StaticField
{
    private readonly FieldInfo _field;
    private readonly object? _value;
    private readonly Dictionary<Type, FieldInfo[]> _shapes;
    private readonly ulong _content;

    public StaticField(FieldInfo field, object? value, Dictionary<Type, FieldInfo[]> shapes)
    {
        _shapes = shapes;
        _field = field;
        _value = value;
        _content = ContentPrint.Of(value, shapes);
    }

    /// <summary>The field, as <c>Type.Field</c>.</summary>
    public string Name => $"{_field.DeclaringType!.FullName}.{NameOf(_field.Name)}";

    /// <summary>Whether the object that it held was changed. The reference itself can be put back; what the object holds cannot.</summary>
    public bool IsChangedWithin => _value is not null && ContentPrint.Of(_value, _shapes) != _content;

    /// <summary>Puts back what it held.</summary>
    public void Restore()
    {
        var current = _field.GetValue(null);
        if (_field.FieldType.IsValueType ? !Equals(current, _value) : !ReferenceEquals(current, _value)) _field.SetValue(null, _value);
    }

    // An automatic property's field.
    private static string NameOf(string name) => name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : name;
}
