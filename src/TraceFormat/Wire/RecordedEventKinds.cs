using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Which kinds of event a file can hold.</summary>
internal static class RecordedEventKinds
{
    public static bool IsKnown(RecordedEventKind kind) => kind != RecordedEventKind.None && Enum.IsDefined(kind);
}
