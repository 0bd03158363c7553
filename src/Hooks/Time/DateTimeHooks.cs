namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the clock of <see cref="DateTime"/>.</summary>
public static class DateTimeHooks
{
    /// <summary>In place of <see cref="DateTime.UtcNow"/>.</summary>
    public static DateTime UtcNow => Control.Current?.Time.GetUtcNow().UtcDateTime ?? DateTime.UtcNow;

    /// <summary>In place of <see cref="DateTime.Now"/>. Virtual time is in UTC, on every machine.</summary>
    public static DateTime Now => Control.Current?.Time.GetUtcNow().UtcDateTime ?? DateTime.Now;

    /// <summary>In place of <see cref="DateTime.Today"/>.</summary>
    public static DateTime Today => Now.Date;
}
