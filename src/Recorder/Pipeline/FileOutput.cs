using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>One file for the whole recording, which ends some time after the first trigger.</summary>
internal sealed class FileOutput : IRecordingOutput
{
    private readonly string _path;
    private readonly FileStore _store;
    private readonly FooterMaker _footers;
    private readonly TimeSpan _after;
    private readonly List<string> _reasons = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EventPipeline? _pipeline;

    /// <summary>Makes the file.</summary>
    /// <exception cref="TraceFormat.Wire.RecordingWriteException">It cannot be made.</exception>
    internal FileOutput(string path, RecordingHeader header, FooterMaker footers, TimeSpan after)
    {
        _path = path;
        _store = new FileStore(path, header);
        _footers = footers;
        _after = after;
    }

    public IEventStore Store => _store;

    public long BytesWritten => _store.BytesWritten;

    public long HeldBytes => 0;

    public int FileCount => 0;

    public Task Ended => _ended.Task;

    public void Use(EventPipeline pipeline) => _pipeline = pipeline;

    public void Fire(long timeNs, string reason)
    {
        _reasons.Add(reason);
        if (_reasons.Count == 1) _ = EndLaterAsync();
    }

    public void Tick(long timeNs)
    {
        // a file's end is a matter of the clock on the wall: it does not wait for events
    }

    public Task<ImmutableArray<RecordedFile>> CompleteAsync(RecordingEnd end)
    {
        _store.Close(_footers.Make(end.DurationNs, _pipeline!.CompletenessOf(!end.IsWhole), _pipeline.Names));
        var full = Path.GetFullPath(_path);
        return Task.FromResult<ImmutableArray<RecordedFile>>([new(full, new FileInfo(full).Length, [.. _reasons], IsShortened: false)]);
    }

    public void Abandon() => _store.Abandon();

    public void Dispose() => _store.Dispose();

    private async Task EndLaterAsync()
    {
        await Task.Delay(_after).ConfigureAwait(false);
        _ended.TrySetResult();
    }
}
