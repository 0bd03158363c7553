using System.Security.Cryptography;

namespace Controlled.Chance;

internal static class ChancePrograms
{
    private const string Random = "System.Random::";
    private const string Generator = "System.Security.Cryptography.RandomNumberGenerator::";

    [Program(Random + "get_Shared", "even", "odd")]
    public static string Shared_chance_differs_from_seed_to_seed() => System.Random.Shared.Next(100) % 2 == 0 ? "even" : "odd";

    [Program(Random + ".ctor", "in range", Also = [Random + "get_Shared"])]
    public static string Numbers_are_in_their_ranges()
    {
        var random = new Random();
        var (bytes, dice) = (new byte[20], new[] { 1, 2, 3, 4, 5, 6 });
        random.NextBytes(bytes);
        System.Random.Shared.NextBytes(bytes.AsSpan());
        random.Shuffle(dice);
        var isIn = random.Next() >= 0 && random.Next(6) is >= 0 and < 6 && random.Next(-3, 3) is >= -3 and < 3 && random.NextInt64() >= 0
            && random.NextInt64(1L << 40) is >= 0 and < 1L << 40 && random.NextInt64(long.MinValue, long.MaxValue) < long.MaxValue
            && random.NextDouble() is >= 0 and < 1 && random.NextSingle() is >= 0 and < 1 && random.GetItems(dice, 5).All(static die => die is >= 1 and <= 6)
            && dice.Order().SequenceEqual([1, 2, 3, 4, 5, 6]) && new Random(1).Next() == new Random(1).Next() && random.GetHexString(8).Length == 8;
        return isIn ? "in range" : "out of range";
    }

    [Program(Random + ".ctor", "once", "twice")]
    public static async Task<string> Retries_with_jitter_collide_now_and_then()
    {
        async Task<TimeSpan> RetryAsync()
        {
            var started = DateTime.UtcNow;
            await Task.Delay(TimeSpan.FromMilliseconds(new Random().Next(1, 4)));
            return DateTime.UtcNow - started;
        }

        var waits = await Task.WhenAll(RetryAsync(), RetryAsync());
        return waits[0] == waits[1] ? "twice" : "once";
    }

    [Program("System.Guid::NewGuid", "4 7 7, 2020, distinct", Also = ["System.Guid::CreateVersion7"])]
    public static async Task<string> Ids_are_distinct_and_carry_virtual_time()
    {
        await Task.Delay(1);
        var (a, b, c) = (Guid.NewGuid(), Guid.CreateVersion7(), Guid.CreateVersion7(DateTimeOffset.UtcNow));
        var milliseconds = Convert.ToInt64(b.ToString("N")[..12], 16);
        return $"{a.Version} {b.Version} {c.Version}, {DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).Year}, {(a != b && b != c ? "distinct" : "equal")}";
    }

    [Program("System.Guid::NewGuid", "ab", "ba", Also = ["System.Guid::CreateVersion7"])]
    public static string Order_by_id_is_no_order()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        return a.CompareTo(b) < 0 ? "ab" : "ba";
    }

    [Program(
        Generator + "GetBytes",
        "in range",
        Also = [Generator + "Create", Generator + "Fill", Generator + "GetInt32", Generator + "GetHexString", Generator + "GetString", Generator + "GetItems", Generator + "Shuffle"])]
    public static string Keys_are_in_their_ranges()
    {
        using var generator = RandomNumberGenerator.Create();
        var (key, salt, hex, order) = (RandomNumberGenerator.GetBytes(16), new byte[16], new char[6], new[] { 1, 2, 3 });
        generator.GetNonZeroBytes(salt);
        RandomNumberGenerator.Fill(key);
        generator.GetBytes(key, 0, 8);
        RandomNumberGenerator.GetHexString(hex.AsSpan(), lowercase: true);
        RandomNumberGenerator.Shuffle(order.AsSpan());
        var isIn = Array.TrueForAll(salt, static part => part != 0) && RandomNumberGenerator.GetInt32(3) is >= 0 and < 3 && RandomNumberGenerator.GetInt32(-5, 5) is >= -5 and < 5
            && RandomNumberGenerator.GetHexString(7).Length == 7 && RandomNumberGenerator.GetString("ab", 9).All(static letter => letter is 'a' or 'b')
            && RandomNumberGenerator.GetItems<int>([1, 2], 4).All(static item => item is 1 or 2) && order.Sum() == 6 && Array.TrueForAll(hex, char.IsAsciiHexDigitLower);
        return isIn ? "in range" : "out of range";
    }

    [Program(
        Generator + "GetInt32",
        "collision",
        "distinct",
        Also = [Generator + "GetBytes", Generator + "Create", Generator + "Fill", Generator + "GetHexString", Generator + "GetString", Generator + "GetItems", Generator + "Shuffle"])]
    public static string Short_codes_collide()
    {
        var codes = new[] { RandomNumberGenerator.GetString("ab", 2), RandomNumberGenerator.GetString("ab", 2) };
        return codes[0] == codes[1] ? "collision" : "distinct";
    }

    [Program("System.IO.Path::GetRandomFileName", "12 0 True", Also = ["System.IO.Path::GetTempFileName"])]
    public static string File_names_are_made_up()
    {
        var path = Path.GetTempFileName();
        try
        {
            return $"{Path.GetRandomFileName().Length} {new FileInfo(path).Length} {path.EndsWith(".tmp", StringComparison.Ordinal)}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Program("System.IO.Path::GetRandomFileName", "vowel", "other", Also = ["System.IO.Path::GetTempFileName"])]
    public static string First_letter_is_any() => "aeiou".Contains(Path.GetRandomFileName()[0], StringComparison.Ordinal) ? "vowel" : "other";
}
