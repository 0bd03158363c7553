using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReplayKit.Recorder.Cutting;
using ReplayKit.Recorder.Triggers;

namespace ReplayKit.Recorder.Cli;

/// <summary>The option <c>--until</c>.</summary>
internal static class TriggerOption
{
    private const string Syntax = "exception, exception=TYPE, status=500, latency=2s or signal";
    private const int StatusMin = 100;
    private const int StatusMax = 999;

    /// <summary>Makes the option.</summary>
    internal static Option<ImmutableArray<Trigger>> Create() => new("--until")
    {
        HelpName = "TRIGGER",
        Arity = ArgumentArity.OneOrMore,
        Description = $"End there: {Syntax} (SIGUSR1). With --keep-last: write a file there, and go on. May be given more than once.",
        DefaultValueFactory = static _ => [],
        CustomParser = static result => [.. result.Tokens.Select(token => Parse(token.Value, result)).OfType<Trigger>()],
    };

    private static Trigger? Parse(string text, ArgumentResult result)
    {
        var (name, value) = text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
        Trigger? trigger = (name, value) switch
        {
            ("exception", null) => new Trigger.Exception(null),
            ("exception", { Length: > 0 }) => new Trigger.Exception(new Glob(value)),
            ("status", not null) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= StatusMin and <= StatusMax
                => new Trigger.Status(code),
            ("latency", not null) when DurationText.TryParse(value, out var ns) && ns >= TimeSpan.NanosecondsPerTick
                => new Trigger.Latency(TimeSpan.FromTicks(ns / TimeSpan.NanosecondsPerTick)),
            ("signal", null) => new Trigger.Signal(),
            _ => null,
        };
        if (trigger is null) result.AddError($"--until does not understand '{text}': write {Syntax}.");
        return trigger;
    }
}
