#pragma warning disable SYSLIB0054 // The program calls what is obsolete.
namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the volatile reads and writes of <see cref="Thread"/>: scheduling points, so that a loop that polls comes to an end.</summary>
public static class ThreadVolatileHooks
{
    /// <summary>In place of the member of this name.</summary>
    public static byte VolatileRead(ref byte address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static double VolatileRead(ref double address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static short VolatileRead(ref short address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static int VolatileRead(ref int address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static long VolatileRead(ref long address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static nint VolatileRead(ref nint address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static object? VolatileRead(ref object? address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static sbyte VolatileRead(ref sbyte address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static float VolatileRead(ref float address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static ushort VolatileRead(ref ushort address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static uint VolatileRead(ref uint address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static ulong VolatileRead(ref ulong address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static nuint VolatileRead(ref nuint address, string site)
    {
        Point(site);
        return Thread.VolatileRead(ref address);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref byte address, byte value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref double address, double value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref short address, short value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref int address, int value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref long address, long value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref nint address, nint value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref object? address, object? value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref sbyte address, sbyte value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref float address, float value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref ushort address, ushort value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref uint address, uint value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref ulong address, ulong value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    /// <summary>In place of the member of this name.</summary>
    public static void VolatileWrite(ref nuint address, nuint value, string site)
    {
        Point(site);
        Thread.VolatileWrite(ref address, value);
    }

    private static void Point(string site) => Control.Current?.Point(PointKind.Atomic, null, site);
}
