namespace ReplayKit.Hooks;

/// <content>The overloads of compare and exchange.</content>
public static partial class InterlockedHooks
{
    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref sbyte, sbyte, sbyte)"/>.</summary>
    public static sbyte CompareExchange(ref sbyte location, sbyte value, sbyte comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref byte, byte, byte)"/>.</summary>
    public static byte CompareExchange(ref byte location, byte value, byte comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref short, short, short)"/>.</summary>
    public static short CompareExchange(ref short location, short value, short comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref ushort, ushort, ushort)"/>.</summary>
    public static ushort CompareExchange(ref ushort location, ushort value, ushort comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref int, int, int)"/>.</summary>
    public static int CompareExchange(ref int location, int value, int comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref uint, uint, uint)"/>.</summary>
    public static uint CompareExchange(ref uint location, uint value, uint comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref long, long, long)"/>.</summary>
    public static long CompareExchange(ref long location, long value, long comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref ulong, ulong, ulong)"/>.</summary>
    public static ulong CompareExchange(ref ulong location, ulong value, ulong comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref nint, nint, nint)"/>.</summary>
    public static nint CompareExchange(ref nint location, nint value, nint comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref nuint, nuint, nuint)"/>.</summary>
    public static nuint CompareExchange(ref nuint location, nuint value, nuint comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref float, float, float)"/>.</summary>
    public static float CompareExchange(ref float location, float value, float comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref double, double, double)"/>.</summary>
    public static double CompareExchange(ref double location, double value, double comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange(ref object, object, object)"/>.</summary>
    public static object? CompareExchange(ref object? location, object? value, object? comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }

    /// <summary>In place of <see cref="Interlocked.CompareExchange{T}(ref T, T, T)"/>.</summary>
    public static T CompareExchange<T>(ref T location, T value, T comparand, string site)
    {
        Point(site);
        return Interlocked.CompareExchange(ref location, value, comparand);
    }
}
