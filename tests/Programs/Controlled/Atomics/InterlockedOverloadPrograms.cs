namespace Controlled.Atomics;

internal static class InterlockedOverloadPrograms
{
    [Program("System.Threading.Interlocked::CompareExchange", "12", Also = ["System.Threading.Interlocked::Exchange"])]
    public static string Every_number_can_be_exchanged()
    {
        var all = 0;
        sbyte v0 = 1;
        all += Interlocked.Exchange(ref v0, (sbyte)2) == 1 && Interlocked.CompareExchange(ref v0, (sbyte)3, (sbyte)2) == 2 && v0 == 3 ? 1 : 0;
        byte v1 = 1;
        all += Interlocked.Exchange(ref v1, (byte)2) == 1 && Interlocked.CompareExchange(ref v1, (byte)3, (byte)2) == 2 && v1 == 3 ? 1 : 0;
        short v2 = 1;
        all += Interlocked.Exchange(ref v2, (short)2) == 1 && Interlocked.CompareExchange(ref v2, (short)3, (short)2) == 2 && v2 == 3 ? 1 : 0;
        ushort v3 = 1;
        all += Interlocked.Exchange(ref v3, (ushort)2) == 1 && Interlocked.CompareExchange(ref v3, (ushort)3, (ushort)2) == 2 && v3 == 3 ? 1 : 0;
        int v4 = 1;
        all += Interlocked.Exchange(ref v4, 2) == 1 && Interlocked.CompareExchange(ref v4, 3, 2) == 2 && v4 == 3 ? 1 : 0;
        uint v5 = 1;
        all += Interlocked.Exchange(ref v5, 2) == 1 && Interlocked.CompareExchange(ref v5, 3, 2) == 2 && v5 == 3 ? 1 : 0;
        long v6 = 1;
        all += Interlocked.Exchange(ref v6, 2) == 1 && Interlocked.CompareExchange(ref v6, 3, 2) == 2 && v6 == 3 ? 1 : 0;
        ulong v7 = 1;
        all += Interlocked.Exchange(ref v7, 2) == 1 && Interlocked.CompareExchange(ref v7, 3, 2) == 2 && v7 == 3 ? 1 : 0;
        nint v8 = 1;
        all += Interlocked.Exchange(ref v8, 2) == 1 && Interlocked.CompareExchange(ref v8, 3, 2) == 2 && v8 == 3 ? 1 : 0;
        nuint v9 = 1;
        all += Interlocked.Exchange(ref v9, 2) == 1 && Interlocked.CompareExchange(ref v9, 3, 2) == 2 && v9 == 3 ? 1 : 0;
        float v10 = 1;
        all += Interlocked.Exchange(ref v10, 2) == 1 && Interlocked.CompareExchange(ref v10, 3, 2) == 2 && v10 == 3 ? 1 : 0;
        double v11 = 1;
        all += Interlocked.Exchange(ref v11, 2) == 1 && Interlocked.CompareExchange(ref v11, 3, 2) == 2 && v11 == 3 ? 1 : 0;
        return $"{all}";
    }

    [Program("System.Threading.Interlocked::Exchange", "3", Also = ["System.Threading.Interlocked::CompareExchange"])]
    public static string Every_reference_can_be_exchanged()
    {
        var all = 0;
        object first = "a";
        all += (string)Interlocked.Exchange(ref first, "b") == "a" && (string?)Interlocked.CompareExchange(ref first, "c", "x") == "b" ? 1 : 0;
        var second = "a";
        all += Interlocked.Exchange(ref second, "b") == "a" && Interlocked.CompareExchange(ref second, "c", "b") == "b" && second == "c" ? 1 : 0;
        var third = DayOfWeek.Monday;
        all += Interlocked.Exchange(ref third, DayOfWeek.Friday) == DayOfWeek.Monday
            && Interlocked.CompareExchange(ref third, DayOfWeek.Sunday, DayOfWeek.Friday) == DayOfWeek.Friday ? 1 : 0;
        return $"{all}";
    }

    [Program("System.Threading.Interlocked::Add", "10", Also = ["System.Threading.Interlocked::Increment", "System.Threading.Interlocked::Decrement", "System.Threading.Interlocked::And", "System.Threading.Interlocked::Or", "System.Threading.Interlocked::Read"])]
    public static string Every_whole_number_can_be_counted_with()
    {
        var all = 0;
        int n0 = 4;
        all += Interlocked.Increment(ref n0) == 5 && Interlocked.Decrement(ref n0) == 4 && Interlocked.Add(ref n0, 3) == 7 ? 1 : 0;
        all += Interlocked.And(ref n0, 6) == 7 && Interlocked.Or(ref n0, 8) == 6 && n0 == 14 ? 1 : 0;
        uint n1 = 4;
        all += Interlocked.Increment(ref n1) == 5 && Interlocked.Decrement(ref n1) == 4 && Interlocked.Add(ref n1, 3U) == 7 ? 1 : 0;
        all += Interlocked.And(ref n1, 6U) == 7 && Interlocked.Or(ref n1, 8U) == 6 && n1 == 14 ? 1 : 0;
        long n2 = 4;
        all += Interlocked.Increment(ref n2) == 5 && Interlocked.Decrement(ref n2) == 4 && Interlocked.Add(ref n2, 3L) == 7 ? 1 : 0;
        all += Interlocked.And(ref n2, 6L) == 7 && Interlocked.Or(ref n2, 8L) == 6 && n2 == 14 ? 1 : 0;
        ulong n3 = 4;
        all += Interlocked.Increment(ref n3) == 5 && Interlocked.Decrement(ref n3) == 4 && Interlocked.Add(ref n3, 3UL) == 7 ? 1 : 0;
        all += Interlocked.And(ref n3, 6UL) == 7 && Interlocked.Or(ref n3, 8UL) == 6 && n3 == 14 ? 1 : 0;
        all += Interlocked.Read(ref n2) == 14 ? 1 : 0;
        all += Interlocked.Read(ref n3) == 14 ? 1 : 0;
        Interlocked.MemoryBarrier();
        Interlocked.MemoryBarrierProcessWide();
        Thread.MemoryBarrier();
        return $"{all}";
    }
}
