using System.Runtime.CompilerServices;

namespace WeaveCorpus;

/// <summary>Accesses of fields, elements and collections in every form that the compiler gives them.</summary>
public static class Memory
{
    private static readonly Holder s_shared = new();
    private static readonly string s_name = string.Concat("sta", "tic");
    private static int s_count;
    private static volatile bool s_isDone;
    private static (int X, Point Y) s_pair;

    public static async Task<string> Fields()
    {
        await Task.Yield();
        var holder = new Holder { Count = 1, Text = "a" };
        holder.Count++;
        holder.Count += holder.Count > 1 ? 2 : 3;
        holder.Text += "b";
        holder.IsReady = !holder.IsReady;
        holder.Big = decimal.One / 4;
        s_count = 0;
        s_count++;
        s_isDone = true;
        s_shared.Count = holder.Count;
        holder.Changed += static (_, _) => { };
        Holder? none = null;
        return $"{holder.Count}{holder.Text}{holder.IsReady}{holder.Big}{s_count}{s_isDone}{s_shared.Count}{s_name}{none?.Count}{holder.HasListener}";
    }

    public static async Task<string> Structs()
    {
        await Task.Yield();
        var holder = new Holder();
        holder.At.X = 1;
        holder.At.Move(2);
        holder.At.Inner.Z += 3;
        holder.At.Inner = new Inner { Z = holder.At.Inner.Z * 2 };
        s_pair = (4, holder.At);
        s_pair.Y.X++;
        s_pair.X = s_pair.Y.X;
        holder.Maybe = 7;
        holder.Packed.Number = 8;
        holder.Packed.Number++;
        ref var at = ref holder.At;
        at.X += 10;
        Twice(ref holder.Count);
        Set(out holder.Count);
        holder.At = default;
        Interlocked.Increment(ref holder.Count);
        return $"{holder.At}{s_pair.X}{s_pair.Y}{holder.Maybe.HasValue}{holder.Maybe.Value}{holder.Packed.Number}{at.X}{holder.Count}{Read(in holder.At)}";
    }

    public static async Task<string> Elements()
    {
        await Task.Yield();
        var (bytes, shorts, ints, longs) = (new byte[3], new short[3], new[] { 1, 2, 3 }, new long[3]);
        var (floats, doubles, texts, points) = (new float[3], new double[3], new string[3], new Point[3]);
        var (flags, addresses, kinds, grid) = (new bool[3], new nint[3], new DayOfWeek[3], new int[2, 2]);
        for (var i = 0; i < 3; i++)
        {
            bytes[i] = (byte)i;
            shorts[i] = (short)(bytes[i] + 1);
            ints[i] += shorts[i];
            longs[(long)i] = ints[i];
            floats[i] = longs[i] / 2f;
            doubles[i] = floats[i] * 2;
            texts[i] = $"{doubles[i]}";
            points[i].X = i;
            points[i].Move(i);
            flags[i] = i > 1;
            addresses[i] = i;
            kinds[i] = (DayOfWeek)i;
            grid[i % 2, 1]++;
        }

        Interlocked.Add(ref ints[1], 5);
        Twice(ref ints[2]);
        object[] covariant = texts;
        covariant[0] = "x";
        return string.Join(',', texts) + string.Join(',', points) + ints[1] + ints[2] + flags[2] + addresses[2] + kinds[1] + grid[1, 1] + Swap(texts, 0, 1) + Swap(points, 0, 1);
    }

    public static async Task<string> Collections()
    {
        await Task.Yield();
        var cache = new Dictionary<string, List<int>> { ["a"] = [1, 2] };
        var holder = new Holder();
        if (cache.TryGetValue("a", out var known)) known.Add(3);
        cache.TryGetValue("b", out holder.Numbers);
        holder.Numbers ??= [];
        holder.Numbers.Insert(0, 9);
        IDictionary<string, List<int>> seen = cache;
        seen["c"] = holder.Numbers;
        IReadOnlyList<int> fixedNumbers = [4, 5];
        var queue = new Queue<(int, string)>();
        queue.Enqueue((1, "x"));
        return $"{string.Join(',', cache["a"])}{seen.Count}{fixedNumbers[1]}{queue.Dequeue()}{First(holder.Numbers)}{CountOf(new HashSet<int> { 1 })}";
    }

    public static async Task<string> Generics()
    {
        await Task.Yield();
        var box = new Box<string> { Value = "v" };
        box.Values[1] = "w";
        Box<int>.Shared = 3;
        Box<string>.Shared = box.Value;
        box.Pair = ("a", 1);
        box.Pair.Item2++;
        Interlocked.Exchange(ref box.Value, "z");
        return $"{Box<int>.Shared}{Box<string>.Shared}{box.Value}{box.Values[1]}{box.Pair}{box.Replace("q")}{new Derived<long>(5).Sum()}";
    }

    public static async Task<string> Captured()
    {
        var (count, pair) = (0, (A: 1, B: 2));
        var adding = new[] { Task.Run(() => count++), Task.Run(() => count += pair.A) };
        await Task.WhenAll(adding);
        pair.B++;
        Func<int> read = () => pair.B + count;
        return $"{read()}{string.Join(',', Walk(3))}";
    }

    public static async Task<string> Filters()
    {
        await Task.Yield();
        var holder = new Holder();
        try
        {
            holder.Count = 1 / holder.Count;
        }
        catch (DivideByZeroException) when (++holder.Count == 1 && s_shared is not null)
        {
            holder.Count += 10;
        }

        return $"{holder.Count}";
    }

    public static async Task<string> Spans()
    {
        await Task.Yield();
        return Local();

        static string Local()
        {
            Span<int> numbers = stackalloc int[4];
            numbers[1] = 2;
            var window = new Window { Numbers = numbers, Count = 1 };
            window.Count += window.Numbers[1];
            return $"{window.Count}{Pointers()}";
        }
    }

    private static unsafe string Pointers()
    {
        var numbers = new int[3];
        fixed (int* first = numbers)
        {
            first[1] = 4;
        }

        var holder = new Holder();
        fixed (int* count = &holder.Count) *count = 6;
        return $"{numbers[1]}{holder.Count}";
    }

    private static IEnumerable<int> Walk(int count)
    {
        for (var i = 0; i < count; i++) yield return i + s_shared.Numbers?.Count ?? i;
    }

    private static void Twice(ref int number) => number *= 2;

    private static void Set(out int number) => number = 3;

    private static int Read(in Point point) => point.X;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Swap<T>(T[] values, int one, int other)
    {
        (values[one], values[other]) = (values[other], values[one]);
        return values[one];
    }

    private static T First<T>(List<T> values) => values[0];

    private static int CountOf<TSet>(TSet values)
        where TSet : ICollection<int> => values.Count;
}
