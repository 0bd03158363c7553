using System.CommandLine;
using System.Text.Json;
using Load.Driving;
using Load.Reporting;

namespace Load;

/// <summary>The command line.</summary>
public sealed class LoadCommand
{
    private readonly Option<Target> _shop = new("--shop")
    {
        Description = "Where the shop listens, for example http://127.0.0.1:5000. Only loopback addresses are accepted.",
        Required = true,
        CustomParser = result =>
        {
            try
            {
                return Target.Parse(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return null;
            }
        },
    };

    private readonly Option<int> _duration = Number("--duration", "How long, in seconds.", 10, (1, LoadOptions.DurationMaxSeconds));
    private readonly Option<int> _concurrency = Number("--concurrency", "Clients at once.", 32, (1, LoadOptions.ConcurrencyMax));
    private readonly Option<int> _seed = Number("--seed", "Chooses the skus and the gaps.", 1, (0, int.MaxValue));
    private readonly Option<int> _rate = Number("--rate", "Requests per second beside the waves.", 20, (1, LoadOptions.RateMax));
    private readonly Option<int> _warmUp = Number(
        "--warmup", "With --endpoint: seconds before the measurement begins.", 1, (0, LoadOptions.WarmUpMaxSeconds));

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Call this one path as fast as it answers, over --concurrency connections, and print throughput and latency as JSON.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of the summary." };

    private readonly RootCommand _command;

    public LoadCommand()
    {
        _command = new RootCommand("Puts bounded load on the sample shop and says what went wrong there.")
        {
            _shop, _duration, _concurrency, _seed, _rate, _endpoint, _warmUp, _json,
        };
        _command.SetAction(async (parsed, cancellationToken) => (int)await RunAsync(Read(parsed), cancellationToken));
    }

    /// <summary>Runs the program and gives its exit code.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = _command.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("See --help.");
        return (int)ExitCode.Usage;
    }

    private static Option<int> Number(string name, string description, int usual, (int Min, int Max) range)
    {
        var option = new Option<int>(name)
        {
            Description = range.Max == int.MaxValue ? description : $"{description} At most {range.Max}.",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any())
                return;
            var value = result.GetValueOrDefault<int>();
            if (value < range.Min || value > range.Max)
                result.AddError($"{name} must be from {range.Min} to {range.Max}.");
        });
        return option;
    }

    private static async Task<ExitCode> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await Console.Out.WriteLineAsync(options.Endpoint is { } path
                ? Json.Of(await Hammer.RunAsync(options, options.Shop.At(path), cancellationToken))
                : Summary(await ShopRun.RunAsync(options, cancellationToken), options.Json));
            return ExitCode.Done;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"The shop at {options.Shop} does not answer: {e.Message} Start it, then try again.");
            return ExitCode.NoAnswer;
        }
        catch (JsonException e)
        {
            await Console.Error.WriteLineAsync($"What listens at {options.Shop} is not the sample shop: {e.Message}");
            return ExitCode.NoAnswer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the end; there is no summary.");
            return ExitCode.Stopped;
        }
    }

    private static string Summary(ShopReport report, bool json) => json ? Json.Of(report) : ShopSummary.Of(report);

    private LoadOptions Read(ParseResult parsed) => new()
    {
        Shop = parsed.GetRequiredValue(_shop),
        DurationSeconds = parsed.GetValue(_duration),
        Concurrency = parsed.GetValue(_concurrency),
        Seed = parsed.GetValue(_seed),
        Rate = parsed.GetValue(_rate),
        WarmUpSeconds = parsed.GetValue(_warmUp),
        Endpoint = parsed.GetValue(_endpoint),
        Json = parsed.GetValue(_json),
    };
}
