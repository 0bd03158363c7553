using System.Net.Sockets;

namespace Packages.Tests.Servers;

/// <summary>Messages of a PostgreSQL server that are sent in one piece.</summary>
internal sealed class PostgresAnswer
{
    private readonly List<byte> _bytes = [];

    /// <summary>Adds a message.</summary>
    public void Add(char kind, Action<PostgresBody> write)
    {
        var body = new PostgresBody();
        write(body);
        _bytes.Add((byte)kind);
        _bytes.AddRange(new PostgresBody().Int32(body.Bytes.Count + sizeof(int)).Bytes);
        _bytes.AddRange(body.Bytes);
    }

    /// <summary>Says that the next request may come.</summary>
    public void Ready() => Add('Z', static body => body.Byte((byte)'I'));

    /// <summary>Sends what was added.</summary>
    public void SendTo(NetworkStream stream)
    {
        stream.Write(_bytes.ToArray());
        _bytes.Clear();
    }
}
