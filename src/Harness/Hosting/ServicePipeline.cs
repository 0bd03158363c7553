using Microsoft.AspNetCore.Http;

namespace ReplayKit.Hosting;

/// <summary>The way into a hosted service past its server: what the service built as its pipeline.</summary>
internal sealed class ServicePipeline(IHttpContextFactory contexts)
{
    private RequestDelegate? _entry;

    /// <summary>Makes the contexts of requests.</summary>
    public IHttpContextFactory Contexts { get; } = contexts;

    /// <summary>The whole pipeline.</summary>
    public RequestDelegate Entry
    {
        get => _entry ?? throw new InvalidOperationException("The service has built no pipeline yet.");
        set => _entry = value;
    }
}
