using System.Runtime.InteropServices;

namespace WeaveCorpus;

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct Packed
{
    public byte Head;
    public long Number;
}
