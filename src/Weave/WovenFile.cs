using ReplayKit.Replayer.Weaving;

namespace ReplayKit.Weave;

/// <summary>A woven assembly of an earlier call, and what it was made from: it is fresh as long as all of that is the same.</summary>
/// <param name="Input">Path of the assembly as compiled.</param>
/// <param name="WrittenUtc">When the input was written. Compared for equality: a package of another version may bring an older file.</param>
/// <param name="LengthBytes">Length of the input in bytes.</param>
/// <param name="Weaver">Which weaver made it.</param>
/// <param name="Report">What the weaver did.</param>
internal sealed record WovenFile(string Input, DateTime WrittenUtc, long LengthBytes, string Weaver, WeaveReport Report)
{
    /// <summary>Whether it stands in for an assembly of the shared framework.</summary>
    public bool IsOfFramework { get; init; }

    /// <summary>The weaver that runs: its folder, and when its newest part was written.</summary>
    public static string ThisWeaver { get; } =
        $"{AppContext.BaseDirectory} {Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Max(File.GetLastWriteTimeUtc):O}";

    /// <summary>What weaving <paramref name="input"/> now came to.</summary>
    public static WovenFile Of(FileInfo input, WeaveReport report) => new(input.FullName, input.LastWriteTimeUtc, input.Length, ThisWeaver, report);

    /// <summary>Whether weaving <paramref name="input"/> again would come to the same.</summary>
    public bool IsOf(FileInfo input) =>
        input.Exists && Input == input.FullName && WrittenUtc == input.LastWriteTimeUtc && LengthBytes == input.Length && Weaver == ThisWeaver;
}
