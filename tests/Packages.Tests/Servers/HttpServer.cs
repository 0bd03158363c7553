using System.Net.Sockets;
using System.Text;

namespace Packages.Tests.Servers;

/// <summary>Answers each GET with its path.</summary>
internal sealed class HttpServer : LoopbackServer
{
    protected override void Serve(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (reader.ReadLine() is { } request)
        {
            while (reader.ReadLine() is { Length: > 0 })
            {
            }

            var path = request.Split(' ')[1];
            stream.Write(Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {path.Length}\r\nContent-Type: text/plain\r\n\r\n{path}"));
        }
    }
}
