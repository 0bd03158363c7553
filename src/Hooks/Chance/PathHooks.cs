namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the members of <see cref="Path"/> that make up names.</summary>
public static class PathHooks
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyz012345";
    private const int NameLength = 8;
    private const int ExtensionLength = 3;
    private const int TempLength = 12;

    /// <summary>In place of <see cref="Path.GetRandomFileName"/>.</summary>
    public static string GetRandomFileName() =>
        Control.Current is null ? Path.GetRandomFileName() : $"{Text(NameLength)}.{Text(ExtensionLength)}";

    /// <summary>In place of <see cref="Path.GetTempFileName"/>: under control one seed has one name, and what an earlier run left there is overwritten.</summary>
    public static string GetTempFileName()
    {
        if (Control.Current is null) return Path.GetTempFileName();
        var path = Path.Combine(Path.GetTempPath(), $"tmp{Text(TempLength)}.tmp");
        File.WriteAllBytes(path, []);
        return path;
    }

    private static string Text(int length)
    {
        var text = new char[length];
        HookRandom.Shared.GetItems(Digits, text.AsSpan());
        return new string(text);
    }
}
