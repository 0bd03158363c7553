using System.Collections.Immutable;
using MessagePack;
using MessagePack.Formatters;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes and reads the header.</summary>
internal sealed class HeaderFormatter : IMessagePackFormatter<RecordingHeader>
{
    private const int PartCount = 10;

    public void Serialize(ref MessagePackWriter writer, RecordingHeader value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(PartCount);
        MessagePackText.WriteText(ref writer, value.ToolVersion);
        writer.Write(value.StartUtc.UtcTicks);
        writer.Write(value.Process.ProcessId);
        MessagePackText.WriteText(ref writer, value.Process.Name);
        MessagePackText.WriteText(ref writer, value.Process.RuntimeVersion);
        MessagePackText.WriteText(ref writer, value.Process.OperatingSystem);
        MessagePackText.WriteText(ref writer, value.Process.Architecture);
        writer.Write(value.Process.ProcessorCount);
        MessagePackText.WriteCount(ref writer, value.Assemblies.Length, WireLimits.ListCountMax);
        foreach (var assembly in value.Assemblies)
        {
            writer.WriteArrayHeader(4);
            MessagePackText.WriteText(ref writer, assembly.Name);
            MessagePackText.WriteText(ref writer, assembly.Version);
            MessagePackText.WriteText(ref writer, assembly.Mvid.ToString("N"));
            writer.Write(assembly.IsFramework);
        }

        MessagePackText.WriteCount(ref writer, value.Redacted.Length, WireLimits.ListCountMax);
        foreach (var name in value.Redacted) MessagePackText.WriteText(ref writer, name);
    }

    public RecordingHeader Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        MessagePackText.Expect(ref reader, PartCount);
        var tool = MessagePackText.ReadText(ref reader);
        var start = ReadTime(ref reader);
        var process = new RecordedProcess(
            reader.ReadInt32(),
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            MessagePackText.ReadText(ref reader),
            reader.ReadInt32());
        var assemblies = ImmutableArray.CreateBuilder<RecordedAssembly>();
        for (var count = MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax); count > 0; count--) assemblies.Add(ReadAssembly(ref reader));
        var redacted = ImmutableArray.CreateBuilder<string>();
        for (var count = MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax); count > 0; count--) redacted.Add(MessagePackText.ReadText(ref reader));
        MessagePackText.ExpectEnd(ref reader);
        return new RecordingHeader(tool, start, process, assemblies.ToImmutable(), redacted.ToImmutable());
    }

    private static DateTimeOffset ReadTime(ref MessagePackReader reader)
    {
        var ticks = reader.ReadInt64();
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) throw new MessagePackSerializationException("The start time is out of range.");
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private static RecordedAssembly ReadAssembly(ref MessagePackReader reader)
    {
        MessagePackText.Expect(ref reader, 4);
        var name = MessagePackText.ReadText(ref reader);
        var version = MessagePackText.ReadText(ref reader);
        if (!Guid.TryParseExact(MessagePackText.ReadText(ref reader), "N", out var mvid)) throw new MessagePackSerializationException("A module version id is malformed.");
        return new RecordedAssembly(name, version, mvid, reader.ReadBoolean());
    }
}
