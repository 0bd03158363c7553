namespace WeaveCorpus;

public record struct Point
{
    public int X;
    public Inner Inner;

    public void Move(int by) => X += by;
}
