using System.Security.Cryptography;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="RandomNumberGenerator"/>: under control the run's chance, the same for one seed.</summary>
public static class RandomNumberGeneratorHooks
{
    private const string LowerDigits = "0123456789abcdef";
    private const string UpperDigits = "0123456789ABCDEF";

    /// <summary>In place of <see cref="RandomNumberGenerator.Create()"/>. It decides at each call.</summary>
    public static RandomNumberGenerator Create() => new HookRandomNumberGenerator();

    /// <summary>In place of <see cref="RandomNumberGenerator.Create(string)"/>.</summary>
    public static RandomNumberGenerator? Create(string rngName)
    {
#pragma warning disable SYSLIB0045 // The program's own call.
        return Control.Current is null ? RandomNumberGenerator.Create(rngName) : new HookRandomNumberGenerator();
#pragma warning restore SYSLIB0045
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.Fill"/>.</summary>
    public static void Fill(Span<byte> data)
    {
        if (Control.Current is { } control) control.NextBytes(data);
        else RandomNumberGenerator.Fill(data);
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetBytes(int)"/>.</summary>
    public static byte[] GetBytes(int count)
    {
        if (Control.Current is not { } control || count < 0) return RandomNumberGenerator.GetBytes(count);
        var bytes = new byte[count];
        control.NextBytes(bytes);
        return bytes;
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetBytes(byte[])"/>. A generator of the program's own is left alone.</summary>
    public static void GetBytes(RandomNumberGenerator generator, byte[] data)
    {
        if (IsControlled(data is not null) && IsOfSystem(generator)) Control.Current!.NextBytes(data);
        else generator.GetBytes(data!);
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetBytes(byte[], int, int)"/>.</summary>
    public static void GetBytes(RandomNumberGenerator generator, byte[] data, int offset, int count)
    {
        var isInRange = data is not null && offset >= 0 && count >= 0 && count <= data.Length - offset;
        if (IsControlled(isInRange) && IsOfSystem(generator)) Control.Current!.NextBytes(data.AsSpan(offset, count));
        else generator.GetBytes(data!, offset, count);
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetBytes(Span{byte})"/>.</summary>
    public static void GetBytes(RandomNumberGenerator generator, Span<byte> data)
    {
        if (IsControlled(true) && IsOfSystem(generator)) Control.Current!.NextBytes(data);
        else generator.GetBytes(data);
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetInt32(int)"/>.</summary>
    public static int GetInt32(int toExclusive) => IsControlled(toExclusive > 0) ? HookRandom.Shared.Next(toExclusive) : RandomNumberGenerator.GetInt32(toExclusive);

    /// <summary>In place of <see cref="RandomNumberGenerator.GetInt32(int, int)"/>.</summary>
    public static int GetInt32(int fromInclusive, int toExclusive) =>
        IsControlled(fromInclusive < toExclusive) ? HookRandom.Shared.Next(fromInclusive, toExclusive) : RandomNumberGenerator.GetInt32(fromInclusive, toExclusive);

    /// <summary>In place of <see cref="RandomNumberGenerator.GetHexString(int, bool)"/>.</summary>
    public static string GetHexString(int stringLength, bool lowercase) =>
        IsControlled(stringLength >= 0) ? GetString(lowercase ? LowerDigits : UpperDigits, stringLength) : RandomNumberGenerator.GetHexString(stringLength, lowercase);

    /// <summary>In place of <see cref="RandomNumberGenerator.GetHexString(Span{char}, bool)"/>.</summary>
    public static void GetHexString(Span<char> destination, bool lowercase)
    {
        if (IsControlled(true)) HookRandom.Shared.GetItems(lowercase ? LowerDigits : UpperDigits, destination);
        else RandomNumberGenerator.GetHexString(destination, lowercase);
    }

    /// <summary>In place of <see cref="RandomNumberGenerator.GetString"/>.</summary>
    public static string GetString(ReadOnlySpan<char> choices, int length)
    {
        if (!IsControlled(!choices.IsEmpty && length >= 0)) return RandomNumberGenerator.GetString(choices, length);
        var text = new char[length];
        HookRandom.Shared.GetItems(choices, text.AsSpan());
        return new string(text);
    }

    /// <summary>In place of the method of this name.</summary>
    public static T[] GetItems<T>(ReadOnlySpan<T> choices, int length) =>
        IsControlled(!choices.IsEmpty && length >= 0) ? HookRandom.Shared.GetItems(choices, length) : RandomNumberGenerator.GetItems(choices, length);

    /// <summary>In place of the method of this name.</summary>
    public static void GetItems<T>(ReadOnlySpan<T> choices, Span<T> destination)
    {
        if (IsControlled(!choices.IsEmpty)) HookRandom.Shared.GetItems(choices, destination);
        else RandomNumberGenerator.GetItems(choices, destination);
    }

    /// <summary>In place of the method of this name.</summary>
    public static void Shuffle<T>(Span<T> values)
    {
        if (IsControlled(true)) HookRandom.Shared.Shuffle(values);
        else RandomNumberGenerator.Shuffle(values);
    }

    // It was made where no hook stood in the way, such as by the constructor of an old provider.
    private static bool IsOfSystem(RandomNumberGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.GetType().Assembly == typeof(RandomNumberGenerator).Assembly;
    }

    // Arguments that are out of range go to the runtime, to be refused in its words.
    private static bool IsControlled(bool isInRange) => isInRange && Control.Current is not null;
}
