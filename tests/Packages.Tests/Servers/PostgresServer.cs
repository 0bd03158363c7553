using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Packages.Tests.Servers;

/// <summary>As much of a PostgreSQL server as a client asks for to connect, to read one number (<c>select</c>) and to write it (<c>update 5</c>).</summary>
internal sealed class PostgresServer : LoopbackServer
{
    private const int Startup = 196608;
    private const int OidOfInt4 = 23;
    private int _number;

    /// <summary>A connection string.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1;Port={Port};Username=a;Password=b;Database=c;Pooling=false;SSL Mode=Disable;Gss Encryption Mode=Disable;Server Compatibility Mode=NoTypeLoading;No Reset On Close=true";

    /// <summary>One for connections that are shared, and at most this many.</summary>
    public string PooledConnectionString(int connectionCountMax) =>
        ConnectionString.Replace("Pooling=false", $"Maximum Pool Size={connectionCountMax}", StringComparison.Ordinal);

    /// <summary>The number.</summary>
    public int Number
    {
        get => Alone(() => _number);
        set => Alone(() => _number = value);
    }

    protected override void Serve(NetworkStream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            while (!Begin(reader, stream))
            {
            }

            var answer = new PostgresAnswer();
            var sql = "";
            while (Take(reader, answer, ref sql)) answer.SendTo(stream);
        }
        catch (EndOfStreamException)
        {
            // Closed.
        }
    }

    private static bool Begin(BinaryReader reader, NetworkStream stream)
    {
        var length = ReadInt32(reader);
        var code = ReadInt32(reader);
        reader.ReadBytes(length - (2 * sizeof(int)));
        if (code != Startup)
        {
            // It asks for encryption.
            stream.WriteByte((byte)'N');
            return false;
        }

        var answer = new PostgresAnswer();
        answer.Add('R', static body => body.Int32(0));
        foreach (var (name, value) in new[] { ("server_version", "15.0"), ("server_encoding", "UTF8"), ("client_encoding", "UTF8"), ("standard_conforming_strings", "on"), ("TimeZone", "UTC"), ("integer_datetimes", "on") })
            answer.Add('S', body => body.Text(name).Text(value));
        answer.Add('K', static body => body.Int32(1).Int32(2));
        answer.Ready();
        answer.SendTo(stream);
        return true;
    }

    // Answers are sent at the end of a round trip, which is a Sync or a simple query.
    private bool Take(BinaryReader reader, PostgresAnswer answer, ref string sql)
    {
        while (true)
        {
            var kind = (char)reader.ReadByte();
            var body = reader.ReadBytes(ReadInt32(reader) - sizeof(int));
            switch (kind)
            {
                case 'P':
                    sql = Encoding.UTF8.GetString(body).Split('\0')[1];
                    answer.Add('1', static _ => { });
                    break;
                case 'B':
                    answer.Add('2', static _ => { });
                    break;
                case 'D':
                    Describe(answer, sql);
                    break;
                case 'E':
                    Execute(answer, sql);
                    break;
                case 'Q':
                    answer.Add('C', static body => body.Text("DISCARD ALL"));
                    answer.Ready();
                    return true;
                case 'S':
                    answer.Ready();
                    return true;
                case 'X':
                    return false;
                default:
                    break;
            }
        }
    }

    private static void Describe(PostgresAnswer answer, string sql)
    {
        if (sql == "select") answer.Add('T', static body => body.Int16(1).Text("number").Int32(0).Int16(0).Int32(OidOfInt4).Int16(sizeof(int)).Int32(-1).Int16(1));
        else answer.Add('n', static _ => { });
    }

    private void Execute(PostgresAnswer answer, string sql)
    {
        if (sql == "select")
        {
            var number = Number;
            answer.Add('D', body => body.Int16(1).Int32(sizeof(int)).Int32(number));
            answer.Add('C', static body => body.Text("SELECT 1"));
        }
        else
        {
            Number = int.Parse(sql.Split(' ')[1], CultureInfo.InvariantCulture);
            answer.Add('C', static body => body.Text("UPDATE 1"));
        }
    }

    private static int ReadInt32(BinaryReader reader)
    {
        var bytes = reader.ReadBytes(sizeof(int));
        return bytes.Length == sizeof(int) ? BinaryPrimitives.ReadInt32BigEndian(bytes) : throw new EndOfStreamException();
    }
}
