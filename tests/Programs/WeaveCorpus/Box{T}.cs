namespace WeaveCorpus;

public class Box<T>
    where T : notnull
{
    public T Value = default!;
    public (T, int) Pair;
    public readonly T[] Values = new T[2];
    private static T? s_shared;

    public static T? Shared
    {
        get => s_shared;
        set => s_shared = value;
    }

    public T Last { get; protected set; } = default!;

    public T Replace(T value)
    {
        Last = Value;
        (Value, Values[0]) = (value, Value);
        return Last;
    }
}
