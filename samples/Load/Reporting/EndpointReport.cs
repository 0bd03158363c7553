namespace Load.Reporting;

/// <summary>The outcome of calling one path as fast as it answers.</summary>
public sealed record EndpointReport
{
    public required string Shop { get; init; }

    public required string Endpoint { get; init; }

    public required int Connections { get; init; }

    public required Measurement Measured { get; init; }

    public static EndpointReport Of(LoadOptions options, Measurement measured) => new()
    {
        Shop = options.Shop.ToString(),
        Endpoint = options.Endpoint!,
        Connections = options.Concurrency,
        Measured = measured,
    };
}
