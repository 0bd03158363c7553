using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ReplayKit.Hosting;

/// <summary>Takes control where a request enters the service's pipeline, and keeps the pipeline for requests that come past the server.</summary>
internal sealed class ControlStartupFilter(ServicePipeline pipeline) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following =>
        {
            pipeline.Entry = following;
            return context => Enter(context, following);
        });
        next(app);
    };

    private static Task Enter(HttpContext context, RequestDelegate following) =>
        context.Features.Get<ReplayedRequestFeature>() is { } replayed
            ? replayed.Entry.RunAsync(() => FollowAsync(context, following, replayed))
            : following(context);

    private static async Task FollowAsync(HttpContext context, RequestDelegate following, ReplayedRequestFeature replayed)
    {
        replayed.HasArrived = true;
        try
        {
            await following(context).ConfigureAwait(true);
        }
        finally
        {
            replayed.HasEndpoint = context.GetEndpoint() is not null;
        }
    }
}
