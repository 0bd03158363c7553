using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Running;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Hosting;

/// <summary>Sends recorded requests to the in-memory server that hosts the service under test.</summary>
internal sealed class WebHostTarget(TestServer server, HeldServices held) : IReplayTarget
{
    // Places are known by their text's reference, as literals are.
    private static readonly string Start = string.Intern(new CodeSite("", "", "hosted services", "", 0).ToString());

    // What the connection decides, not the caller; the body's length is that of the body that is sent.
    private static readonly FrozenSet<string> NotResent = new[]
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public void Begin(IControl control)
    {
        if (held.IsEmpty) return;
        control.Queue(() => BackgroundRun.Observe(held.StartAsync(control), CancellationToken.None), Start);
    }

    public async Task<ReplayedResponse> SendAsync(RecordedRequest request, ReadOnlyMemory<byte> body, OperationEntry entry)
    {
        var replayed = new ReplayedRequestFeature(entry);
        HttpContext context;
        try
        {
            context = await server.SendAsync(context => Fill(context, request, body, replayed)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The in-memory server hands on what escapes the service, of any type; a real one answers 500.
        catch (Exception exception) when (replayed.HasArrived)
#pragma warning restore CA1031
        {
            return new ReplayedResponse { Request = request, Status = StatusCodes.Status500InternalServerError, HasEndpoint = replayed.HasEndpoint, Exception = exception };
        }

        using var content = new MemoryStream();
        await context.Response.Body.CopyToAsync(content).ConfigureAwait(false);
        return new ReplayedResponse
        {
            Request = request,
            Status = context.Response.StatusCode,
            Headers = context.Response.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString()),
            Body = content.ToArray(),
            HasEndpoint = replayed.HasEndpoint,
        };
    }

    private static void Fill(HttpContext context, RecordedRequest request, ReadOnlyMemory<byte> body, ReplayedRequestFeature replayed)
    {
        context.Features.Set(replayed);
        context.TraceIdentifier = request.TraceIdentifier;
        context.Request.Method = request.Method;
        context.Request.Path = new PathString(request.Path);
        context.Request.QueryString = new QueryString(request.Query);
        foreach (var header in request.Headers)
        {
            if (!NotResent.Contains(header.Name)) context.Request.Headers[header.Name] = header.Value;
        }

        if (body.IsEmpty) return;
        context.Request.Body = new MemoryStream(body.ToArray());
        context.Request.ContentLength = body.Length;
    }
}
