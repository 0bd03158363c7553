using System.Net;
using System.Net.Sockets;

namespace Packages.Tests.Servers;

/// <summary>A server outside control, on the loopback: one plain thread for each connection, and each answer in one piece.</summary>
internal abstract class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();

    protected LoopbackServer()
    {
        _listener.Start();
        Start(AcceptAll);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    /// <summary>Serves one connection, until the other side closes it.</summary>
    protected abstract void Serve(NetworkStream stream);

    /// <summary>Uses what connections share.</summary>
    protected T Alone<T>(Func<T> use)
    {
        lock (_gate) return use();
    }

    private void AcceptAll()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptTcpClient();
                Start(() => Serve(client));
            }
        }
        catch (SocketException)
        {
            // Stopped.
        }
    }

    private void Serve(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                Serve(client.GetStream());
            }
            catch (IOException)
            {
                // Gone.
            }
        }
    }

    private static void Start(ThreadStart body) => new Thread(body) { IsBackground = true }.Start();
}
