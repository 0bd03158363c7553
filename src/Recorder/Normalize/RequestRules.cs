using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for <c>Microsoft.AspNetCore.Hosting.HttpRequestIn</c>, through the DiagnosticSource bridge.</summary>
public static class RequestRules
{
    /// <summary>A request reached the host's pipeline.</summary>
    public static bool Started(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var path = "";
        var fields = ImmutableArray.CreateBuilder<RecordedField>(16);
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            switch (name)
            {
                case BridgedArguments.Path: path = context.Redacted.Path(context.Names.Get(value)); break;
                case BridgedArguments.Method: fields.Add(new(FieldNames.Method, context.Names.Get(value))); break;
                case BridgedArguments.Query: fields.Add(new(FieldNames.Query, context.Redacted.Query(context.Names.Get(value)))); break;
                case BridgedArguments.Protocol: fields.Add(new(FieldNames.Protocol, context.Names.Get(value))); break;
                case BridgedArguments.TraceIdentifier: fields.Add(new(FieldNames.TraceIdentifier, value.ToString())); break;
                case BridgedArguments.Headers: AddHeaders(value, context, fields); break;
            }
        }

        recorded = recorded with { Kind = RecordedEventKind.RequestStarted, Text = path, Fields = fields.DrainToImmutable() };
        return true;
    }

    /// <summary>The host is done with a request.</summary>
    public static bool Stopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var traceIdentifier = "";
        var isAborted = false;
        long status = 0;
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            if (name is BridgedArguments.TraceIdentifier) traceIdentifier = value.ToString();
            if (name is BridgedArguments.Aborted) isAborted = value is "True";
            if (name is BridgedArguments.Status) _ = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out status);
        }

        recorded = recorded with
        {
            Kind = RecordedEventKind.RequestStopped,
            Number = status,
            Fields = isAborted
                ? [new(FieldNames.TraceIdentifier, traceIdentifier), new(FieldNames.Aborted, "true")]
                : [new(FieldNames.TraceIdentifier, traceIdentifier)],
        };
        return true;
    }

    private static void AddHeaders(ReadOnlySpan<char> list, RuleContext context, ImmutableArray<RecordedField>.Builder fields)
    {
        var headers = new HeaderList(list);
        while (headers.Read(out var name, out var value))
        {
            var headerName = context.Names.Get(name);
            var fieldName = context.HeaderFields.Of(headerName);
            fields.Add(new(fieldName, context.Redacted.Header(headerName, context.Names.Get(value))));
        }
    }
}
