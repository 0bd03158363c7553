namespace WeaveCorpus;

public ref struct Window
{
    public Span<int> Numbers;
    public int Count;
}
