using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Packages.Tests.Servers;

/// <summary>As much of a Redis server as a client asks for to connect, and GET, SET and INCR.</summary>
internal sealed class RedisServer : LoopbackServer
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Forgets all values.</summary>
    public void Clear() => Alone(() =>
    {
        _values.Clear();
        return true;
    });

    protected override void Serve(NetworkStream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.Latin1, leaveOpen: true);
        var answers = new StringBuilder();
        while (ReadCommand(reader) is { } command)
        {
            answers.Append(Alone(() => AnswerTo(command)));
            // What came in one piece is answered in one piece.
            if (stream.DataAvailable) continue;
            stream.Write(Encoding.Latin1.GetBytes(answers.ToString()));
            answers.Clear();
        }
    }

    private string AnswerTo(string[] command) => command[0].ToUpperInvariant() switch
    {
        "PING" => "+PONG\r\n",
        "ECHO" => Bulk(command[1]),
        "CLIENT" when command[1].Equals("ID", StringComparison.OrdinalIgnoreCase) => ":1\r\n",
        "CLIENT" or "SELECT" or "QUIT" => "+OK\r\n",
        "CONFIG" => "*0\r\n",
        "INFO" => Bulk("# Server\r\nredis_version:7.0.0\r\nredis_mode:standalone\r\n# Replication\r\nrole:master\r\nconnected_slaves:0\r\n"),
        "SUBSCRIBE" => $"*3\r\n{Bulk("subscribe")}{Bulk(command[1])}:1\r\n",
        "GET" => _values.TryGetValue(command[1], out var value) ? Bulk(value) : "$-1\r\n",
        "SET" => Set(command[1], command[2]),
        "INCR" => Increment(command[1]),
        _ => $"-ERR unknown command '{command[0]}'\r\n",
    };

    private string Set(string key, string value)
    {
        _values[key] = value;
        return "+OK\r\n";
    }

    private string Increment(string key)
    {
        var value = int.Parse(_values.GetValueOrDefault(key, "0"), CultureInfo.InvariantCulture) + 1;
        _values[key] = value.ToString(CultureInfo.InvariantCulture);
        return $":{value}\r\n";
    }

    private static string Bulk(string text) => $"${text.Length}\r\n{text}\r\n";

    private static string[]? ReadCommand(BinaryReader reader)
    {
        if (ReadLine(reader) is not { } head) return null;
        var parts = new string[NumberIn(head)];
        for (var i = 0; i < parts.Length; i++)
        {
            var length = NumberIn(ReadLine(reader) ?? throw new IOException("cut short"));
            parts[i] = Encoding.Latin1.GetString(reader.ReadBytes(length));
            ReadLine(reader);
        }

        return parts;
    }

    private static int NumberIn(string line) => int.Parse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? ReadLine(BinaryReader reader)
    {
        var line = new StringBuilder();
        try
        {
            for (var next = reader.ReadChar(); next != '\n'; next = reader.ReadChar())
            {
                if (next != '\r') line.Append(next);
            }
        }
        catch (EndOfStreamException)
        {
            return null;
        }

        return line.ToString();
    }
}
