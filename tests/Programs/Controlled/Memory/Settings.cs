namespace Controlled.Memory;

/// <summary>Settings that are replaced whole: readers see the old ones or the new ones.</summary>
internal sealed class Settings
{
    public Counter Current = new() { Text = "old" };

    public Counter? Lazily;
}
