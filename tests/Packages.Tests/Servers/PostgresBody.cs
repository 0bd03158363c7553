using System.Buffers.Binary;
using System.Text;

namespace Packages.Tests.Servers;

/// <summary>The body of one message of PostgreSQL's protocol.</summary>
internal sealed class PostgresBody
{
    private readonly List<byte> _bytes = [];

    /// <summary>What was written.</summary>
    public IReadOnlyCollection<byte> Bytes => _bytes;

    public PostgresBody Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public PostgresBody Int16(short value)
    {
        var bytes = new byte[sizeof(short)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public PostgresBody Int32(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public PostgresBody Text(string value)
    {
        _bytes.AddRange(Encoding.UTF8.GetBytes(value));
        _bytes.Add(0);
        return this;
    }
}
