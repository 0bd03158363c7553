using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>A file for each trigger, with what led to it and what followed.</summary>
/// <remarks>Files are written one after the other on a thread of the pool, so that reading goes on meanwhile.</remarks>
internal sealed class FlightOutput : IRecordingOutput
{
    private readonly string _path;
    private readonly RecordingHeader _header;
    private readonly FooterMaker _footers;
    private readonly FlightOptions _options;
    private readonly FlightStore _store;
    private readonly List<RecordedFile> _files = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EventPipeline? _pipeline;
    private Task _writing = Task.CompletedTask;
    private int _asked;
    private int _fileCount;
    private long _bytes;
    private bool _isCutShort;

    internal FlightOutput(string path, RecordingHeader header, FooterMaker footers, (FlightOptions Flight, TimeSpan After) options)
    {
        _path = path;
        _header = header;
        _footers = footers;
        _options = options.Flight;
        _store = new FlightStore(options.Flight, options.After, OnSlice);
    }

    public IEventStore Store => _store;

    public long BytesWritten => Volatile.Read(ref _bytes);

    public long HeldBytes => _store.HeldBytes;

    public int FileCount => Volatile.Read(ref _fileCount);

    public Task Ended => _ended.Task;

    public void Use(EventPipeline pipeline) => _pipeline = pipeline;

    public void Fire(long timeNs, string reason) => _store.Fire(timeNs, reason);

    public void Tick(long timeNs) => _store.Tick(timeNs);

    public async Task<ImmutableArray<RecordedFile>> CompleteAsync(RecordingEnd end)
    {
        // What led to the end of the target is what a flight recorder is for.
        if (end.TargetExited) _store.Fire(end.DurationNs, "the process ended");
        else if (_options.WritesAtEnd) _store.Fire(end.DurationNs, "the recorder was stopped");
        _isCutShort = !end.IsWhole;
        _store.Complete();
        await _writing.ConfigureAwait(false);
        return [.. _files];
    }

    public void Abandon()
    {
        // no file is made before something happens
    }

    public void Dispose()
    {
        // nothing is open between two files
    }

    // On the reading thread, or that of the timer: the names and counts of now are taken along, the rest is done elsewhere.
    private void OnSlice(FlightSlice slice)
    {
        if (_asked == _options.FilesMax) return;
        var number = ++_asked;
        var completeness = new Completeness(slice.Chunks.Sum(static chunk => (long)chunk.EventCount) + 1, slice.Losses.Sum(static lost => lost.Count), _isCutShort, _pipeline!.Unknown)
        {
            Losses = slice.Losses,
        };
        var names = _pipeline.NamesSoFar();
        var before = _writing;
        _writing = Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            await WriteAsync(slice, number, (completeness, names)).ConfigureAwait(false);
        });
    }

    private Task WriteAsync(FlightSlice slice, int number, (Completeness Completeness, FrozenSet<string> Names) end)
    {
        try
        {
            var file = Write(slice, PathOf(number), end);
            _files.Add(file);
            Volatile.Write(ref _bytes, _bytes + file.Bytes);
            Volatile.Write(ref _fileCount, _files.Count);
            if (number == _options.FilesMax) _ended.TrySetResult();
        }
        catch (RecordingWriteException e)
        {
            _ended.TrySetException(e);
            throw;
        }

        return Task.CompletedTask;
    }

    private RecordedFile Write(FlightSlice slice, string path, (Completeness Completeness, FrozenSet<string> Names) end)
    {
        using var writer = RecordingWriter.Create(path, _header);
        writer.Append(new RecordedEvent(RecordedEventKind.TierChanged, slice.BeginNs, 0) { Number = (long)slice.Tier, Text = string.Join("; ", slice.Reasons.Take(3)) });
        foreach (var chunk in slice.Chunks) writer.Append(chunk);
        writer.Close(_footers.Make(slice.EndNs, end.Completeness, end.Names));
        var full = Path.GetFullPath(path);
        return new RecordedFile(full, new FileInfo(full).Length, slice.Reasons, slice.IsShortened);
    }

    // shop.rktrace, shop-2.rktrace, shop-3.rktrace
    private string PathOf(int number) => number == 1
        ? _path
        : Path.Combine(
            Path.GetDirectoryName(_path) ?? "",
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(_path)}-{number}{Path.GetExtension(_path)}"));
}
