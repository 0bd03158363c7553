namespace WeaveCorpus;

public class Holder
{
    public int Count;
    public decimal Big;
    public Point At;
    public int? Maybe;
    public Packed Packed;
    public List<int>? Numbers;
    public volatile bool IsReady;

    public event EventHandler? Changed;

    public string Text { get; set; } = "";

    public bool HasListener => Changed is not null;
}
