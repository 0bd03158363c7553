using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Chance: random numbers, names and keys.</summary>
internal static class ChanceRows
{
    private const string Random = "System.Random";
    private const string Guid = "System.Guid";
    private const string Generator = "System.Security.Cryptography.RandomNumberGenerator";
    private const string OneProcess = "The hash of a string differs from process to process, and so does an order that rests on it. Dictionary, HashSet and ConcurrentDictionary with their default comparer do not rest on it";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Virtual(Random, "get_Shared", "RandomHooks"),
        Virtual(Random, ".ctor", "RandomHooks") with { Reason = "With a seed of the program's own it is left as it is" },
        Harmless(Random, "*", "It draws from its seed, or from the run's"),
        Virtual(Guid, "NewGuid", "GuidHooks"),
        Virtual(Guid, "CreateVersion7", "GuidHooks") with { Reason = "Its time is virtual time" },
        Virtual(Generator, "Create", "RandomNumberGeneratorHooks") with { Reason = "The instance draws from the run's chance, whatever its name" },
        Virtual(Generator, "Fill", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "GetBytes", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "GetInt32", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "GetHexString", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "GetString", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "GetItems", "RandomNumberGeneratorHooks"),
        Virtual(Generator, "Shuffle", "RandomNumberGeneratorHooks"),
        Harmless(Generator, "*", "An instance is what Create made, or a class of the program's own"),
        Refused("System.Security.Cryptography.RNGCryptoServiceProvider", ".ctor", "It is sealed, and draws from the system: use RandomNumberGenerator.Create"),
        Virtual("System.IO.Path", "GetRandomFileName", "PathHooks"),
        Virtual("System.IO.Path", "GetTempFileName", "PathHooks") with { Reason = "One seed has one name; what an earlier run left there is overwritten" },
        Refused("System.IO.Directory", "CreateTempSubdirectory", "The system makes up its name, which differs from run to run"),
        Refused("System.String", "GetHashCode", OneProcess),
        Harmless("System.HashCode", "*", "Its seed is the process's: the same in every run of one process"),
    ];

    private static ApiRow Virtual(string type, string member, string hooks) => new(type, member, ApiControl.Virtualised) { Hooks = hooks };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };

    private static ApiRow Refused(string type, string member, string reason) => new(type, member, ApiControl.Refused) { Reason = reason };
}
