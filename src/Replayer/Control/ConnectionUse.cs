namespace ReplayKit.Replayer.Control;

/// <summary>What a run knows about a connection to a database.</summary>
internal sealed class ConnectionUse
{
    /// <summary>Readers of it that are open: a database may keep a lock for as long.</summary>
    public int OpenReaders { get; set; }
}
