using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads and writes certificates, and the parts that they are joined from.</summary>
public static class CertificateFile
{
    /// <summary>A certificate, in the folder of its incident.</summary>
    public const string Name = "certificate.json";

    /// <summary>Most schedules whose names a part can hold.</summary>
    public const int ScheduleCountMax = 500_000;

    private const string Remedy = "delete it and certify again (REPLAYKIT_MODE=certify)";

    /// <summary>Name of the file of a result.</summary>
    public static string NameOf(CertificateKind kind, CertificatePart? part)
    {
        var name = kind == CertificateKind.Certify ? "certificate" : "search";
        return part is null ? $"{name}.json" : $"{name}.{part.Index}-of-{part.Count}.json";
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="RecordingException">The file is missing or malformed.</exception>
    public static Certificate Read(string path)
    {
        if (!File.Exists(path)) throw new RecordingMissingException($"There is no file {path}. Check the path.");
        return JsonFile.Read(path, IncidentJson.Readable.Certificate, Check, Remedy);
    }

    /// <summary>Writes one; a file that is there already is replaced in one step.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be written.</exception>
    public static void Write(string path, Certificate certificate) =>
        JsonFile.Guard(path, () => JsonFile.Write(path, certificate, IncidentJson.Readable.Certificate));

    /// <summary>Removes one, if it is there.</summary>
    /// <exception cref="RecordingWriteException">It cannot be removed.</exception>
    public static void Delete(string path) => JsonFile.Guard(path, () => File.Delete(path));

    /// <summary>Names a set of schedules: equal for equal sets, whatever the order.</summary>
    public static string DigestOf(IEnumerable<string> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var schedule in schedules.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes(schedule + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Check(Certificate certificate)
    {
        if (certificate.Build.IsDefault || certificate.NotCovered.IsDefault || certificate.PassedBySwaps.IsDefault) throw new JsonException("a list is null");
        if (certificate.Build.Contains(null!) || certificate.NotCovered.Contains(null!) || certificate.Schedules.Contains(null!)) throw new JsonException("an entry of a list is null");
        if (certificate.Schedules.Length > ScheduleCountMax) throw new JsonException($"it names more than {ScheduleCountMax} schedules");
        if (certificate.Part is { } part && (part.Count < 1 || part.Index < 1 || part.Index > part.Count)) throw new JsonException("there is no such part");
    }
}
