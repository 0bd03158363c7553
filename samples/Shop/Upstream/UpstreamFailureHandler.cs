using Microsoft.AspNetCore.Diagnostics;

namespace Shop.Upstream;

/// <summary>Answers 502 when the upstream failed: the shop itself is well.</summary>
public sealed class UpstreamFailureHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (HttpRequestException or TaskCanceledException { InnerException: TimeoutException }))
            return ValueTask.FromResult(false);

        httpContext.Response.StatusCode = StatusCodes.Status502BadGateway;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Title = "The upstream service failed.", Status = StatusCodes.Status502BadGateway },
        });
    }
}
