using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;

namespace ReplayKit.Recorder.Import;

/// <summary>What the recorder asks a runtime for, in the words of the tools that can ask for it as well.</summary>
public static class ProviderText
{
    /// <summary>The value of <c>dotnet-trace collect --providers</c>.</summary>
    /// <param name="providers">The providers of a session.</param>
    /// <remarks>
    /// The tool parts providers at commas and a provider at its first three colons. It undoes the escapes of the arguments, as of a regular
    /// expression, before it parts them at semicolons outside of quotes. A line feed is therefore written as <c>\n</c>, which leaves one
    /// line that every shell takes in quotes.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument holds a comma or a quotation mark, which the tool has no way to say.</exception>
    public static string ForDotnetTrace(IEnumerable<EventPipeProvider> providers) => string.Join(',', providers.Select(OfOne));

    /// <summary>A provider's keywords as both tools read them: hexadecimal.</summary>
    public static string Keywords(EventPipeProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return string.Create(CultureInfo.InvariantCulture, $"0x{provider.Keywords:x}");
    }

    private static string OfOne(EventPipeProvider provider)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{provider.Name}:{Keywords(provider)}:{(int)provider.EventLevel}");
        if (provider.Arguments is not { Count: > 0 } arguments) return head;
        ImmutableArray<string> quoted = [.. arguments.Select(static argument => $"{argument.Key}=\"{Escape(argument.Value)}\"")];
        return $"{head}:{string.Join(';', quoted)}";
    }

    private static string Escape(string value)
    {
        if (value.AsSpan().ContainsAny(',', '"')) throw new ArgumentException($"dotnet-trace has no way to say this argument: {value}", nameof(value));
        return value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
    }
}
