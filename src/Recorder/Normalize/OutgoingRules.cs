using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for <c>System.Net.Http.HttpRequestOut</c>, through the DiagnosticSource bridge.</summary>
public static class OutgoingRules
{
    /// <summary>The HTTP client sends a request.</summary>
    public static bool Started(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var uri = "";
        var fields = ImmutableArray.CreateBuilder<RecordedField>(2);
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            switch (name)
            {
                case BridgedArguments.Uri: uri = context.Redactor.Uri(value.ToString()); break;
                case BridgedArguments.Method: fields.Add(new(FieldNames.Method, context.Names.Get(value))); break;
                case BridgedArguments.Span: fields.Add(new(FieldNames.Span, value.ToString())); break;
            }
        }

        recorded = recorded with { Kind = RecordedEventKind.OutgoingStarted, Text = uri, Fields = fields.DrainToImmutable() };
        return true;
    }

    /// <summary>The HTTP client has the answer's headers, or gave up.</summary>
    public static bool Stopped(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var uri = "";
        var span = "";
        long status = 0;
        for (var rest = payload.ReadUInt16(); rest > 0 && !payload.IsPastEnd; rest--)
        {
            var name = payload.ReadString();
            var value = payload.ReadString();
            switch (name)
            {
                case BridgedArguments.Uri: uri = context.Redactor.Uri(value.ToString()); break;
                case BridgedArguments.Status: status = StatusOf(value); break;
                case BridgedArguments.Span: span = value.ToString(); break;
            }
        }

        recorded = recorded with
        {
            Kind = RecordedEventKind.OutgoingStopped,
            Number = status,
            Text = uri,
            Fields = ImmutableArray.Create(new RecordedField(FieldNames.Span, span)),
        };
        return true;
    }

    // The bridge writes the enum's name; a code without a name comes as a number; a request that failed has none.
    private static long StatusOf(ReadOnlySpan<char> text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return code;
        return Enum.TryParse<HttpStatusCode>(text, out var named) ? (long)named : 0;
    }
}
