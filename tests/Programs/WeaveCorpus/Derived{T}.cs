namespace WeaveCorpus;

public class Derived<T>(T first) : Box<T>
    where T : struct, System.Numerics.INumber<T>
{
    public T Sum()
    {
        first++;
        Value = first;
        Last = Replace(T.One);
        return Last + Value;
    }
}
