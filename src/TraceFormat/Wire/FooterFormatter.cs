using System.Collections.Immutable;
using MessagePack;
using MessagePack.Formatters;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes and reads the footer.</summary>
internal sealed class FooterFormatter : IMessagePackFormatter<StoredFooter>
{
    // Version 1 had no losses.
    private const int PartCountV1 = 7;
    private const int PartCount = 8;

    public void Serialize(ref MessagePackWriter writer, StoredFooter value, MessagePackSerializerOptions options)
    {
        var footer = value.Footer;
        writer.WriteArrayHeader(PartCount);
        writer.Write(footer.DurationNs);
        writer.Write(footer.Completeness.EventsKept);
        writer.Write(footer.Completeness.EventsLost);
        writer.Write(footer.Completeness.IsCutShort);
        MessagePackText.WriteCount(ref writer, footer.Completeness.Unknown.Length, WireLimits.ListCountMax);
        foreach (var unknown in footer.Completeness.Unknown)
        {
            writer.WriteArrayHeader(2);
            MessagePackText.WriteText(ref writer, unknown.Name);
            writer.Write(unknown.Count);
        }

        MessagePackText.WriteCount(ref writer, footer.AsyncMethods.Length, WireLimits.ListCountMax);
        foreach (var method in footer.AsyncMethods) WriteMethod(ref writer, method);
        MessagePackText.WriteCount(ref writer, value.Chunks.Length, WireLimits.ChunkCountMax);
        foreach (var chunk in value.Chunks)
        {
            writer.WriteArrayHeader(3);
            writer.Write(chunk.Offset);
            writer.Write(chunk.EventCount);
            writer.Write(chunk.FirstTimeNs);
        }

        MessagePackText.WriteCount(ref writer, footer.Completeness.Losses.Length, WireLimits.ListCountMax);
        foreach (var lost in footer.Completeness.Losses) WriteLoss(ref writer, lost);
    }

    public StoredFooter Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var parts = MessagePackText.ReadCount(ref reader, PartCount);
        if (parts < PartCountV1) throw new MessagePackSerializationException("The footer has too few parts.");
        var duration = reader.ReadInt64();
        var (kept, lost, isCutShort) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean());
        var unknown = ImmutableArray.CreateBuilder<UnknownEvents>();
        for (var count = MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax); count > 0; count--)
        {
            MessagePackText.Expect(ref reader, 2);
            unknown.Add(new UnknownEvents(MessagePackText.ReadText(ref reader), reader.ReadInt64()));
        }

        var methods = ImmutableArray.CreateBuilder<AsyncMethod>();
        for (var count = MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax); count > 0; count--) methods.Add(ReadMethod(ref reader));
        var chunks = ImmutableArray.CreateBuilder<ChunkIndexEntry>();
        for (var count = MessagePackText.ReadCount(ref reader, WireLimits.ChunkCountMax); count > 0; count--)
        {
            MessagePackText.Expect(ref reader, 3);
            chunks.Add(new ChunkIndexEntry(reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt64()));
        }

        var losses = ImmutableArray.CreateBuilder<LostEvents>();
        for (var count = parts == PartCount ? MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax) : 0; count > 0; count--) losses.Add(ReadLoss(ref reader));
        MessagePackText.ExpectEnd(ref reader);
        var completeness = new Completeness(kept, lost, isCutShort, unknown.ToImmutable()) { Losses = losses.ToImmutable() };
        return new StoredFooter(new RecordingFooter(duration, completeness, methods.ToImmutable()), chunks.ToImmutable());
    }

    private static void WriteLoss(ref MessagePackWriter writer, LostEvents lost)
    {
        writer.WriteArrayHeader(4);
        writer.Write(lost.ThreadId);
        writer.Write(lost.FromNs);
        writer.Write(lost.ToNs);
        writer.Write(lost.Count);
    }

    private static LostEvents ReadLoss(ref MessagePackReader reader)
    {
        MessagePackText.Expect(ref reader, 4);
        return new LostEvents(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
    }

    private static void WriteMethod(ref MessagePackWriter writer, AsyncMethod method)
    {
        writer.WriteArrayHeader(5);
        MessagePackText.WriteText(ref writer, method.RecordedName);
        MessagePackText.WriteText(ref writer, method.Assembly);
        MessagePackText.WriteText(ref writer, method.DeclaringType);
        MessagePackText.WriteText(ref writer, method.Method);
        writer.Write(method.IsFramework);
    }

    private static AsyncMethod ReadMethod(ref MessagePackReader reader)
    {
        MessagePackText.Expect(ref reader, 5);
        return new AsyncMethod(
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            reader.ReadBoolean());
    }
}
