using System.Security.Cryptography;

namespace Weave.Tests.Solutions;

/// <summary>The files of a folder, by name, with the hash of each.</summary>
internal sealed record FolderContent(IReadOnlyDictionary<string, string> Hashes)
{
    public static FolderContent Of(string folder) =>
        new(Directory.EnumerateFiles(folder).ToDictionary(static path => Path.GetFileName(path), static path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))));
}
