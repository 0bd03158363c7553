using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Reads a payload from front to back. Past its end it yields zeros and empty strings and says so: a payload of another version is no crash.</summary>
public ref struct PayloadReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Begins at the first byte.</summary>
    public PayloadReader(ReadOnlySpan<byte> payload) => _rest = payload;

    /// <summary>Whether something was read that was not there.</summary>
    public bool IsPastEnd { get; private set; }

    /// <summary>Reads a 32-bit number.</summary>
    public int ReadInt32()
    {
        var bytes = Take(sizeof(int));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    /// <summary>Reads a 64-bit number.</summary>
    public long ReadInt64()
    {
        var bytes = Take(sizeof(long));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    /// <summary>Reads a byte.</summary>
    public int ReadByte()
    {
        var bytes = Take(sizeof(byte));
        return bytes.IsEmpty ? 0 : bytes[0];
    }

    /// <summary>Reads a 16-bit number.</summary>
    public int ReadUInt16()
    {
        var bytes = Take(sizeof(ushort));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    /// <summary>Passes over some bytes.</summary>
    public void Skip(int byteCount) => Take(byteCount);

    /// <summary>Reads a zero-terminated UTF-16 string; the result is a view into the payload.</summary>
    public ReadOnlySpan<char> ReadString()
    {
        var chars = MemoryMarshal.Cast<byte, char>(_rest);
        var length = chars.IndexOf('\0');
        if (length < 0)
        {
            IsPastEnd = true;
            _rest = default;
            return default;
        }

        _rest = _rest[((length + 1) * sizeof(char))..];
        return chars[..length];
    }

    private ReadOnlySpan<byte> Take(int byteCount)
    {
        if (_rest.Length < byteCount)
        {
            IsPastEnd = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..byteCount];
        _rest = _rest[byteCount..];
        return taken;
    }
}
