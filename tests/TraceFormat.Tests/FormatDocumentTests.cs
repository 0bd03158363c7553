using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;
using TraceFormat.Tests.Wire;

namespace TraceFormat.Tests;

/// <summary>What docs/trace-format.md quotes is what the code has, or what a file that it wrote has.</summary>
public sealed partial class FormatDocumentTests
{
    private static readonly string s_document = File.ReadAllText(RepositoryRoot.File("docs", "trace-format.md"));

    [Test]
    public void Limits_of_the_document_are_those_of_the_code()
    {
        var quoted = LimitRow().Matches(s_document).ToDictionary(static row => row.Groups[1].Value, static row => Number(row.Groups[2].Value));
        var limits = typeof(WireLimits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(static field => field.Name, static field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture));
        Assert.That(quoted, Is.EquivalentTo(limits));
    }

    [Test]
    public void Magics_and_version_of_the_document_are_those_of_a_file()
    {
        var file = Sample.Bytes();
        Assert.That(System.Text.Encoding.ASCII.GetString(file[..8]), Is.EqualTo(Quoted("magic")));
        Assert.That(System.Text.Encoding.ASCII.GetString(file[^8..]), Is.EqualTo(Quoted("end magic")));
        Assert.That(BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8)), Is.EqualTo(Number(Quoted("version"))));
        Assert.That(Number(Quoted("version")), Is.EqualTo(FormatVersion.Current));
        Assert.That(s_document, Does.Contain($"describes format version {FormatVersion.Current},"));
    }

    [Test]
    public void Versions_of_the_document_are_those_that_are_read() =>
        Assert.That(VersionRow().Matches(s_document).Select(static row => Number(row.Groups[1].Value)), Is.EqualTo(Enumerable.Range(1, FormatVersion.Current).Select(static version => (long)version)));

    [Test]
    public void Kinds_of_the_document_are_those_of_the_code()
    {
        var section = s_document[s_document.IndexOf("### Kinds of event", StringComparison.Ordinal)..s_document.IndexOf("## Footer", StringComparison.Ordinal)];
        var quoted = KindCell().Matches(section).ToDictionary(static cell => cell.Groups[2].Value, static cell => Number(cell.Groups[1].Value));
        Assert.That(quoted, Is.EquivalentTo(Enum.GetValues<RecordedEventKind>().Where(static kind => kind != RecordedEventKind.None).ToDictionary(static kind => kind.ToString(), static kind => (long)kind)));
    }

    [Test]
    public void Writer_ends_a_chunk_where_the_document_says()
    {
        var most = (int)Number(ChunkEnd().Match(s_document).Groups[1].Value);
        using var folder = new TempFolder();
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. RealisticStream.Make(most)] });
        Assert.That(FileForge.Frames(File.ReadAllBytes(folder.File())).Count(static frame => frame.Kind == FileForge.Chunk), Is.EqualTo(1));
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. RealisticStream.Make(most + 1)] });
        Assert.That(FileForge.Frames(File.ReadAllBytes(folder.File())).Count(static frame => frame.Kind == FileForge.Chunk), Is.EqualTo(2));
    }

    [Test]
    public void Errors_of_the_document_are_those_of_the_code()
    {
        var types = typeof(RecordingException).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(RecordingException))).Select(static type => type.Name);
        Assert.That(ErrorRow().Matches(s_document).Select(static row => row.Groups[1].Value), Is.EquivalentTo(types));
    }

    [Test]
    public void Members_of_an_incident_are_all_in_the_document()
    {
        var section = s_document[s_document.IndexOf("## An incident's folder", StringComparison.Ordinal)..];
        foreach (var type in new[] { typeof(Incident), typeof(Symptom), typeof(Completeness), typeof(UnknownEvents), typeof(LostEvents) })
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
                Assert.That(section, Does.Contain($"`{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)}`"), $"{type.Name}.{property.Name}");
        }
    }

    [Test]
    public void Readme_links_to_the_document() =>
        Assert.That(File.ReadAllText(RepositoryRoot.File("README.md")), Does.Contain("(docs/trace-format.md)"));

    private static string Quoted(string row) =>
        Regex.Match(s_document, $@"^\| {row} \| \d+ \| `([^`]+)` \|$", RegexOptions.Multiline).Groups[1].Value.Replace("\\0", "\0", StringComparison.Ordinal);

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| `(\w+)` \| ([\d,]+) \|", RegexOptions.Multiline)]
    private static partial Regex LimitRow();

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| read", RegexOptions.Multiline)]
    private static partial Regex VersionRow();

    [GeneratedRegex(@"\| (\d+) \| ([A-Z]\w+) ")]
    private static partial Regex KindCell();

    [GeneratedRegex(@"ends a chunk after ([\d,]+) events")]
    private static partial Regex ChunkEnd();

    [GeneratedRegex(@"^\| `(\w+Exception)` \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();
}
