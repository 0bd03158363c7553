using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for <c>Microsoft-Windows-DotNETRuntime</c>.</summary>
public static class RuntimeRules
{
    /// <summary>GCSuspendEEBegin: the runtime begins to stop all managed threads.</summary>
    public static bool ThreadsSuspended(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.GcPauseBegan };
        return true;
    }

    /// <summary>GCRestartEEEnd: all managed threads run again.</summary>
    public static bool ThreadsRestarted(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.GcPauseEnded };
        return true;
    }

    /// <summary>ExceptionThrown: an exception was thrown, or thrown again.</summary>
    public static bool ExceptionThrown(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var type = context.Names.Get(payload.ReadString());
        var message = context.Redactor.Text(payload.ReadString().ToString());
        payload.Skip(IntPtr.Size); // instruction
        payload.ReadInt32();       // HRESULT
        var flags = payload.ReadUInt16();
        recorded = recorded with
        {
            Kind = RecordedEventKind.ExceptionThrown,
            Text = type,
            Number = flags,
            Fields = ImmutableArray.Create(new RecordedField(FieldNames.Message, message)),
        };
        return true;
    }
}
