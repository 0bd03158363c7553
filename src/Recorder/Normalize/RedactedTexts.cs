namespace ReplayKit.Recorder.Normalize;

/// <summary>Redacts once what comes again with each request: hosts, agents, paths, database commands.</summary>
public sealed class RedactedTexts
{
    private const int ValuePlaceCount = 1 << 14;
    private const int CommandPlaceCount = 1 << 9;
    private const int CommandCharsMax = 4096;

    // No header can be called so.
    private const string OfPath = ":path";
    private const string OfQuery = ":query";
    private const string OfCommand = ":command";

    private readonly TextPlaces _values = new(ValuePlaceCount, NameCache.CharsMax);
    private readonly TextPlaces _commands = new(CommandPlaceCount, CommandCharsMax);
    private readonly Redactor _redactor;

    /// <summary>Makes one.</summary>
    /// <param name="redactor">Replaces what must not reach the disk.</param>
    public RedactedTexts(Redactor redactor) => _redactor = redactor;

    /// <inheritdoc cref="Redactor.Header"/>
    public string Header(string name, string value) => _values.Find(name, value) ?? _values.Keep(name, value, _redactor.Header(name, value));

    /// <inheritdoc cref="Redactor.Path"/>
    public string Path(string path) => _values.Find(OfPath, path) ?? _values.Keep(OfPath, path, _redactor.Path(path));

    /// <inheritdoc cref="Redactor.Query"/>
    public string Query(string query) => _values.Find(OfQuery, query) ?? _values.Keep(OfQuery, query, _redactor.Query(query));

    /// <summary>A database command as the recording may hold it.</summary>
    /// <param name="command">Its text.</param>
    public string Command(string command) => _commands.Find(OfCommand, command) ?? _commands.Keep(OfCommand, command, _redactor.Text(command));
}
