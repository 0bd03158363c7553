namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Interlocked"/>: a scheduling point, then the operation.</summary>
public static partial class InterlockedHooks
{
    /// <summary>In place of <see cref="Interlocked.Increment(ref int)"/>.</summary>
    public static int Increment(ref int location, string site)
    {
        Point(site);
        return Interlocked.Increment(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Increment(ref long)"/>.</summary>
    public static long Increment(ref long location, string site)
    {
        Point(site);
        return Interlocked.Increment(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Increment(ref uint)"/>.</summary>
    public static uint Increment(ref uint location, string site)
    {
        Point(site);
        return Interlocked.Increment(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Increment(ref ulong)"/>.</summary>
    public static ulong Increment(ref ulong location, string site)
    {
        Point(site);
        return Interlocked.Increment(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Decrement(ref int)"/>.</summary>
    public static int Decrement(ref int location, string site)
    {
        Point(site);
        return Interlocked.Decrement(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Decrement(ref long)"/>.</summary>
    public static long Decrement(ref long location, string site)
    {
        Point(site);
        return Interlocked.Decrement(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Decrement(ref uint)"/>.</summary>
    public static uint Decrement(ref uint location, string site)
    {
        Point(site);
        return Interlocked.Decrement(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Decrement(ref ulong)"/>.</summary>
    public static ulong Decrement(ref ulong location, string site)
    {
        Point(site);
        return Interlocked.Decrement(ref location);
    }

    /// <summary>In place of <see cref="Interlocked.Add(ref int, int)"/>.</summary>
    public static int Add(ref int location, int value, string site)
    {
        Point(site);
        return Interlocked.Add(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Add(ref long, long)"/>.</summary>
    public static long Add(ref long location, long value, string site)
    {
        Point(site);
        return Interlocked.Add(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Add(ref uint, uint)"/>.</summary>
    public static uint Add(ref uint location, uint value, string site)
    {
        Point(site);
        return Interlocked.Add(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Add(ref ulong, ulong)"/>.</summary>
    public static ulong Add(ref ulong location, ulong value, string site)
    {
        Point(site);
        return Interlocked.Add(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.And(ref int, int)"/>.</summary>
    public static int And(ref int location, int value, string site)
    {
        Point(site);
        return Interlocked.And(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.And(ref long, long)"/>.</summary>
    public static long And(ref long location, long value, string site)
    {
        Point(site);
        return Interlocked.And(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.And(ref uint, uint)"/>.</summary>
    public static uint And(ref uint location, uint value, string site)
    {
        Point(site);
        return Interlocked.And(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.And(ref ulong, ulong)"/>.</summary>
    public static ulong And(ref ulong location, ulong value, string site)
    {
        Point(site);
        return Interlocked.And(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Or(ref int, int)"/>.</summary>
    public static int Or(ref int location, int value, string site)
    {
        Point(site);
        return Interlocked.Or(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Or(ref long, long)"/>.</summary>
    public static long Or(ref long location, long value, string site)
    {
        Point(site);
        return Interlocked.Or(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Or(ref uint, uint)"/>.</summary>
    public static uint Or(ref uint location, uint value, string site)
    {
        Point(site);
        return Interlocked.Or(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Or(ref ulong, ulong)"/>.</summary>
    public static ulong Or(ref ulong location, ulong value, string site)
    {
        Point(site);
        return Interlocked.Or(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Read(ref readonly long)"/>.</summary>
    public static long Read(ref readonly long location, string site)
    {
        Point(site);
        return Interlocked.Read(in location);
    }

    /// <summary>In place of <see cref="Interlocked.Read(ref readonly ulong)"/>.</summary>
    public static ulong Read(ref readonly ulong location, string site)
    {
        Point(site);
        return Interlocked.Read(in location);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref sbyte, sbyte)"/>.</summary>
    public static sbyte Exchange(ref sbyte location, sbyte value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref byte, byte)"/>.</summary>
    public static byte Exchange(ref byte location, byte value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref short, short)"/>.</summary>
    public static short Exchange(ref short location, short value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref ushort, ushort)"/>.</summary>
    public static ushort Exchange(ref ushort location, ushort value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref int, int)"/>.</summary>
    public static int Exchange(ref int location, int value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref uint, uint)"/>.</summary>
    public static uint Exchange(ref uint location, uint value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref long, long)"/>.</summary>
    public static long Exchange(ref long location, long value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref ulong, ulong)"/>.</summary>
    public static ulong Exchange(ref ulong location, ulong value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref nint, nint)"/>.</summary>
    public static nint Exchange(ref nint location, nint value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref nuint, nuint)"/>.</summary>
    public static nuint Exchange(ref nuint location, nuint value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref float, float)"/>.</summary>
    public static float Exchange(ref float location, float value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref double, double)"/>.</summary>
    public static double Exchange(ref double location, double value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange(ref object, object)"/>.</summary>
    public static object? Exchange(ref object? location, object? value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    /// <summary>In place of <see cref="Interlocked.Exchange{T}(ref T, T)"/>.</summary>
    public static T Exchange<T>(ref T location, T value, string site)
    {
        Point(site);
        return Interlocked.Exchange(ref location, value);
    }

    private static void Point(string site) => Control.Current?.Point(PointKind.Atomic, null, site);
}
