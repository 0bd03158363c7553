namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the clock of <see cref="DateTimeOffset"/>.</summary>
public static class DateTimeOffsetHooks
{
    /// <summary>In place of <see cref="DateTimeOffset.UtcNow"/>.</summary>
    public static DateTimeOffset UtcNow => Control.Current?.Time.GetUtcNow() ?? DateTimeOffset.UtcNow;

    /// <summary>In place of <see cref="DateTimeOffset.Now"/>. Virtual time is in UTC, on every machine.</summary>
    public static DateTimeOffset Now => Control.Current?.Time.GetUtcNow() ?? DateTimeOffset.Now;
}
