using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Options whose values need more than the usual conversion, with messages that a person understands.</summary>
internal static class OptionParsers
{
    /// <summary>An option with a whole number of at least 1.</summary>
    /// <param name="name">The option's name.</param>
    internal static Option<int> PositiveNumber(string name) =>
        new(name) { HelpName = "N", CustomParser = result => ParseNumber(result, name) };

    /// <summary>An option with a whole number of at least 1 that may be left out.</summary>
    /// <param name="name">The option's name.</param>
    internal static Option<int?> OptionalPositiveNumber(string name) =>
        new(name) { HelpName = "N", CustomParser = result => ParseNumber(result, name) };

    /// <summary>An option with a duration above zero that may be left out.</summary>
    /// <param name="name">The option's name.</param>
    internal static Option<TimeSpan?> Duration(string name) =>
        new(name) { HelpName = "30s", CustomParser = result => ParseDuration(result, name) };

    /// <summary>An option with a percentage above 0 and below 100 that may be left out; its value is the share.</summary>
    /// <param name="name">The option's name.</param>
    internal static Option<double?> Percentage(string name) =>
        new(name) { HelpName = "5%", CustomParser = result => ParsePercentage(result, name) };

    /// <summary>The option that says how much to listen to.</summary>
    /// <param name="name">The option's name.</param>
    internal static Option<RecordingTier> Tier(string name) => new(name)
    {
        HelpName = "requests|tasks|full",
        Description = "How much to listen to: requests alone; tasks: also what a replay follows (default); full: also locks, waits, thread pool, timers.",
        DefaultValueFactory = static _ => RecordingTier.Tasks,
        CustomParser = result => ParseTier(result, name),
    };

    /// <summary>An argument that names a file or folder. A misspelt option would be taken for one: it is refused as what it is.</summary>
    /// <param name="name">The argument's name.</param>
    internal static Argument<string> Path(string name)
    {
        var argument = new Argument<string>(name);
        argument.Validators.Add(static result =>
        {
            if (result.Tokens is [var token, ..] && IsOptionLike(token.Value)) result.AddError(NoSuchOption(token.Value));
        });
        return argument;
    }

    /// <summary>Whether a word looks like an option. A file of such a name can be given as <c>./-name</c>.</summary>
    /// <param name="word">A word of the command line.</param>
    internal static bool IsOptionLike(string word) => word.Length > 1 && word[0] == '-';

    /// <summary>The message for an unknown option.</summary>
    /// <param name="option">What was written.</param>
    internal static string NoSuchOption(string option) => $"There is no option '{option}' here.";

    private static RecordingTier ParseTier(ArgumentResult result, string name)
    {
        switch (result.Tokens[0].Value)
        {
            case "requests": return RecordingTier.Requests;
            case "tasks": return RecordingTier.Tasks;
            case "full": return RecordingTier.Full;
            default:
                result.AddError($"{name} takes requests, tasks or full, not '{result.Tokens[0].Value}'.");
                return RecordingTier.Tasks;
        }
    }

    private static double? ParsePercentage(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        var digits = text.EndsWith('%') ? text[..^1] : text;
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100) return percent / 100;
        result.AddError($"{name} takes a percentage above 0 and below 100, such as 5%, not '{text}'.");
        return null;
    }

    private static int ParseNumber(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        result.AddError($"{name} takes a whole number of at least 1, not '{text}'.");
        return 0;
    }

    private static TimeSpan? ParseDuration(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (DurationText.TryParse(text, out var ns) && ns >= TimeSpan.NanosecondsPerTick)
        {
            return TimeSpan.FromTicks(ns / TimeSpan.NanosecondsPerTick);
        }

        result.AddError($"{name} does not understand '{text}': write {DurationText.Syntax}.");
        return null;
    }
}
