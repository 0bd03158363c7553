using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>The numbers by which a stream of events names its providers.</summary>
internal static class ProviderIds
{
    /// <summary>The session's own events about itself.</summary>
    internal static Guid EventPipe { get; } = new("92f528a6-f5b8-5160-a7ee-b33da7739e29");

    /// <summary>What the runtime tells of itself when a session ends: the assemblies it had loaded, and more.</summary>
    internal static Guid Rundown { get; } = new("a669021c-c450-4609-a035-5af59af4df18");

    private static Guid Tasks { get; } = new("2e5dba47-a3d2-4d16-8ee0-6671ffdcd7b5");

    private static Guid Runtime { get; } = new("e13c0d23-ccbc-4e12-931b-d9cc2eee27e4");

    private static Guid Bridge { get; } = new("adb401e1-5296-51f8-c125-5fda75826144");

    /// <summary>The provider of a number.</summary>
    internal static RawProvider Of(Guid provider)
    {
        if (provider == Tasks) return RawProvider.Tasks;
        if (provider == Runtime) return RawProvider.Runtime;
        return provider == Bridge ? RawProvider.DiagnosticSource : RawProvider.Other;
    }
}
