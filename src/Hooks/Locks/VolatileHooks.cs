namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Volatile"/>: a scheduling point, then the access.</summary>
public static class VolatileHooks
{
    /// <summary>In place of <see cref="Volatile.Read(ref readonly bool)"/>.</summary>
    public static bool Read(ref readonly bool location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly sbyte)"/>.</summary>
    public static sbyte Read(ref readonly sbyte location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly byte)"/>.</summary>
    public static byte Read(ref readonly byte location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly short)"/>.</summary>
    public static short Read(ref readonly short location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly ushort)"/>.</summary>
    public static ushort Read(ref readonly ushort location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly int)"/>.</summary>
    public static int Read(ref readonly int location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly uint)"/>.</summary>
    public static uint Read(ref readonly uint location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly long)"/>.</summary>
    public static long Read(ref readonly long location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly ulong)"/>.</summary>
    public static ulong Read(ref readonly ulong location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly nint)"/>.</summary>
    public static nint Read(ref readonly nint location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly nuint)"/>.</summary>
    public static nuint Read(ref readonly nuint location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly float)"/>.</summary>
    public static float Read(ref readonly float location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read(ref readonly double)"/>.</summary>
    public static double Read(ref readonly double location, string site)
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Read{T}(ref readonly T)"/>.</summary>
    public static T Read<T>(ref readonly T location, string site)
        where T : class?
    {
        Point(site);
        return Volatile.Read(in location);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref bool, bool)"/>.</summary>
    public static void Write(ref bool location, bool value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref sbyte, sbyte)"/>.</summary>
    public static void Write(ref sbyte location, sbyte value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref byte, byte)"/>.</summary>
    public static void Write(ref byte location, byte value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref short, short)"/>.</summary>
    public static void Write(ref short location, short value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref ushort, ushort)"/>.</summary>
    public static void Write(ref ushort location, ushort value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref int, int)"/>.</summary>
    public static void Write(ref int location, int value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref uint, uint)"/>.</summary>
    public static void Write(ref uint location, uint value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref long, long)"/>.</summary>
    public static void Write(ref long location, long value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref ulong, ulong)"/>.</summary>
    public static void Write(ref ulong location, ulong value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref nint, nint)"/>.</summary>
    public static void Write(ref nint location, nint value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref nuint, nuint)"/>.</summary>
    public static void Write(ref nuint location, nuint value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref float, float)"/>.</summary>
    public static void Write(ref float location, float value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write(ref double, double)"/>.</summary>
    public static void Write(ref double location, double value, string site)
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    /// <summary>In place of <see cref="Volatile.Write{T}(ref T, T)"/>.</summary>
    public static void Write<T>(ref T location, T value, string site)
        where T : class?
    {
        Point(site);
        Volatile.Write(ref location, value);
    }

    private static void Point(string site) => Control.Current?.Point(PointKind.Atomic, null, site);
}
