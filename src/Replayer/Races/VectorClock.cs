namespace ReplayKit.Replayer.Races;

/// <summary>How far each flow had come when something happened.</summary>
public sealed class VectorClock
{
    private int[] _epochs;

    /// <summary>Knows nothing.</summary>
    public VectorClock() => _epochs = [];

    private VectorClock(int[] epochs) => _epochs = epochs;

    /// <summary>How far the flow with this number had come; 0 when nothing of it was known.</summary>
    public int this[int flow]
    {
        get => flow < _epochs.Length ? _epochs[flow] : 0;
        set
        {
            if (flow >= _epochs.Length) Array.Resize(ref _epochs, Math.Max(flow + 1, _epochs.Length * 2));
            _epochs[flow] = value;
        }
    }

    /// <summary>Another one that knows the same.</summary>
    public VectorClock Copy() => new((int[])_epochs.Clone());

    /// <summary>Comes to know what the other knows.</summary>
    public void Join(VectorClock other)
    {
        for (var i = 0; i < other._epochs.Length; i++)
        {
            if (other._epochs[i] > this[i]) this[i] = other._epochs[i];
        }
    }
}
