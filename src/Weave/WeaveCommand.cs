using System.Text.Json;
using ReplayKit.Replayer.Weaving;

namespace ReplayKit.Weave;

/// <summary>Weaves what changed since the last call, and tells in the form that MSBuild reads.</summary>
internal sealed class WeaveCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private readonly WeaveArguments _arguments;
    private readonly WovenFolder _folder;
    private readonly List<WeaveReport> _reports = [];
    private readonly List<WeaveReport> _news = [];

    private WeaveCommand(WeaveArguments arguments)
    {
        _arguments = arguments;
        _folder = new WovenFolder(arguments.Output);
    }

    /// <summary>Runs the tool; answers its exit code.</summary>
    public static int Run(WeaveArguments arguments)
    {
        try
        {
            return new WeaveCommand(arguments).WeaveAll();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WeaveMessages.Error(arguments.Output.FullName, $"The woven assemblies cannot be kept here: {exception.Message} Make the folder writable, or end the process that uses it.");
            return Failed;
        }
    }

    private int WeaveAll()
    {
        var woven = true;
        foreach (var input in _arguments.Assemblies.DistinctBy(static file => file.Name)) woven &= TryWeave(input, isNeeded: true);
        foreach (var input in Chosen()) TryWeave(input, isNeeded: false);
        _folder.Close();
        Directory.CreateDirectory(_arguments.Report.DirectoryName!);
        File.WriteAllText(_arguments.Report.FullName, JsonSerializer.Serialize(_reports, WeaveJson.Options));
        WeaveMessages.Tell(_news, _arguments.Report.FullName);
        return woven ? Done : Failed;
    }

    // An assembly that is woven anyway is not woven twice because a pattern names it too.
    private List<FileInfo> Chosen()
    {
        var candidates = _arguments.Candidates.DistinctBy(static file => file.Name).ExceptBy(_arguments.Assemblies.Select(static file => file.Name), static file => file.Name).ToList();
        var framework = _arguments.FrameworkAssemblies.DistinctBy(static file => file.Name)
            .ExceptBy(_arguments.Assemblies.Concat(candidates).Select(static file => file.Name), static file => file.Name)
            .ToList();
        var chosen = candidates.Where(file => _arguments.Patterns.Any(pattern => NameFilter.Fits(pattern, SimpleName(file))))
            .Concat(framework.Where(file => _arguments.Patterns.Any(pattern => NameFilter.FitsFramework(pattern, SimpleName(file)))))
            .ToList();
        foreach (var pattern in _arguments.Patterns.Where(pattern => !candidates.Concat(_arguments.Assemblies).Concat(framework).Any(file => NameFilter.Fits(pattern, SimpleName(file)))))
            WeaveMessages.UnusedPattern(pattern);
        return chosen;
    }

    private bool TryWeave(FileInfo input, bool isNeeded)
    {
        if (_folder.FindFresh(input) is { } kept)
        {
            _reports.Add(kept);
            return true;
        }

        try
        {
            var report = _folder.Weave(input, _arguments);
            _reports.Add(report);
            _news.Add(report);
            return true;
        }
        catch (WeaveException exception)
        {
            _reports.Add(WeaveReport.Unwoven(SimpleName(input), exception.Message));
            if (isNeeded) WeaveMessages.Error(input.FullName, $"{exception.Message} {WeaveMessages.RemedyForProjects}");
            else WeaveMessages.Unwoven(input.FullName, exception.Message);
            return false;
        }
#pragma warning disable CA1031 // The command line is the one place where an unforeseen failure becomes an exit code instead of a crash.
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException))
#pragma warning restore CA1031
        {
            _reports.Add(WeaveReport.Unwoven(SimpleName(input), exception.Message));
            WeaveMessages.Defect(input.FullName, exception);
            return false;
        }
    }

    private static string SimpleName(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);
}
