namespace WeaveCorpus;

public record struct Inner
{
    public int Z;
}
