namespace Controlled.Atomics;

internal static class VolatilePrograms
{
    [Program("System.Threading.Volatile::Read", "42", "not yet", Also = ["System.Threading.Volatile::Write"])]
    public static async Task<string> Who_sees_the_flag_sees_what_was_written_before()
    {
        var (value, isReady) = (0, false);
        var writer = Task.Run(() =>
        {
            Volatile.Write(ref value, 42);
            Volatile.Write(ref isReady, true);
        });
        var seen = Volatile.Read(ref isReady) ? $"{Volatile.Read(ref value)}" : "not yet";
        await writer;
        return seen;
    }

    [Program("System.Threading.Volatile::Write", "1", "2", Also = ["System.Threading.Volatile::Read"])]
    public static async Task<string> Volatile_access_is_not_atomic_update()
    {
        var count = 0;
        void Add() => Volatile.Write(ref count, Volatile.Read(ref count) + 1);
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program("System.Threading.Volatile::Read", "14", Also = ["System.Threading.Volatile::Write"])]
    public static string Every_type_is_read_as_it_was_written()
    {
        var all = 0;
        bool v0 = false;
        Volatile.Write(ref v0, true);
        all += Volatile.Read(ref v0) == true ? 1 : 0;
        sbyte v1 = 1;
        Volatile.Write(ref v1, 2);
        all += Volatile.Read(ref v1) == 2 ? 1 : 0;
        byte v2 = 1;
        Volatile.Write(ref v2, 2);
        all += Volatile.Read(ref v2) == 2 ? 1 : 0;
        short v3 = 1;
        Volatile.Write(ref v3, 2);
        all += Volatile.Read(ref v3) == 2 ? 1 : 0;
        ushort v4 = 1;
        Volatile.Write(ref v4, 2);
        all += Volatile.Read(ref v4) == 2 ? 1 : 0;
        int v5 = 1;
        Volatile.Write(ref v5, 2);
        all += Volatile.Read(ref v5) == 2 ? 1 : 0;
        uint v6 = 1;
        Volatile.Write(ref v6, 2);
        all += Volatile.Read(ref v6) == 2 ? 1 : 0;
        long v7 = 1;
        Volatile.Write(ref v7, 2);
        all += Volatile.Read(ref v7) == 2 ? 1 : 0;
        ulong v8 = 1;
        Volatile.Write(ref v8, 2);
        all += Volatile.Read(ref v8) == 2 ? 1 : 0;
        nint v9 = 1;
        Volatile.Write(ref v9, 2);
        all += Volatile.Read(ref v9) == 2 ? 1 : 0;
        nuint v10 = 1;
        Volatile.Write(ref v10, 2);
        all += Volatile.Read(ref v10) == 2 ? 1 : 0;
        float v11 = 1;
        Volatile.Write(ref v11, 2);
        all += Volatile.Read(ref v11) == 2 ? 1 : 0;
        double v12 = 1;
        Volatile.Write(ref v12, 2);
        all += Volatile.Read(ref v12) == 2 ? 1 : 0;
        string v13 = "1";
        Volatile.Write(ref v13, "2");
        all += Volatile.Read(ref v13) == "2" ? 1 : 0;
        Volatile.ReadBarrier();
        Volatile.WriteBarrier();
        return $"{all}";
    }
}
