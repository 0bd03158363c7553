using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ReplayKit.Recorder.Normalize;

/// <summary>
/// Replaces a secret by a text of the same length that is equal for equal secrets of one recording and tells nothing else:
/// HMAC-SHA-256 under a key that is made for the recording and never stored.
/// </summary>
public sealed class KeyedHash
{
    /// <summary>What a replaced value begins with, when it is long enough to show it.</summary>
    public const string Mark = "~h:";

    /// <summary>Below this length a mark would leave too few characters to keep different secrets apart.</summary>
    public const int MarkedLengthMin = 8;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>What a replaced value is made of, behind its mark.</summary>
    public static SearchValues<char> Characters { get; } = SearchValues.Create(Alphabet);

    private readonly byte[] _key;

    /// <summary>Makes one.</summary>
    /// <param name="key">The recording's key: 32 random bytes.</param>
    public KeyedHash(ReadOnlySpan<byte> key) => _key = key.ToArray();

    /// <summary>The replacement; empty for an empty text.</summary>
    public string Replace(ReadOnlySpan<char> secret)
    {
        if (secret.IsEmpty) return "";
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(secret.ToString()), digest);
        var text = new StringBuilder(secret.Length);
        if (secret.Length >= MarkedLengthMin) text.Append(Mark);
        for (var index = 0; text.Length < secret.Length; index++) text.Append(CharacterAt(digest, index));
        return text.ToString();
    }

    // Five bits each; a value longer than the digest sees it again, which gives away its length and nothing more.
    private static char CharacterAt(ReadOnlySpan<byte> digest, int index)
    {
        var bit = index * 5 % (digest.Length * 8);
        var pair = (digest[bit / 8] << 8) | digest[(bit / 8 + 1) % digest.Length];
        return Alphabet[(pair >> (11 - bit % 8)) & 31];
    }
}
