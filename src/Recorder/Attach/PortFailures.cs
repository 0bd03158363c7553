namespace ReplayKit.Recorder.Attach;

/// <summary>Words for what can be wrong with a port that was named.</summary>
internal static class PortFailures
{
    internal static AttachException NobodyListens(string path, Exception inner) => new(
        AttachFailure.BadPort,
        $"Nobody listens on {path}.",
        "Name the socket of a running process, or add ',listen' to wait there for a process that is started with DOTNET_DiagnosticPorts.",
        inner);

    internal static AttachException NotAllowed(string path, Exception inner) => new(
        AttachFailure.OtherUser,
        $"{path} belongs to another user, or this user may not enter its folder.",
        "Run the recorder as the user of the service, or as an administrator.",
        inner);

    internal static AttachException NoAnswer(string path, Exception inner) => new(
        AttachFailure.NotResponding,
        $"The process that listens on {path} gave no usable answer in time.",
        "Check that it is a .NET process, and try again when it is not stopped in a debugger, exiting, or out of memory.",
        inner);

    internal static AttachException SomebodyListens(string path) => new(
        AttachFailure.BadPort,
        $"{path} is busy: somebody listens there already.",
        "Leave ',listen' out to connect to it, or name another path.");

    internal static AttachException NotASocket(string path) => new(
        AttachFailure.BadPort,
        $"{path} is there, and is no socket.",
        "Name the socket of a diagnostic port, or a path that is free.");

    internal static AttachException CannotListen(string path, Exception inner) => new(
        AttachFailure.BadPort,
        $"Nobody can listen on {path}: {inner.Message.TrimEnd('.')}.",
        "Name a short path, below a hundred characters, in a folder that exists and may be written to.",
        inner);

    internal static AttachException HungUp(string name, Exception inner) => new(
        AttachFailure.NotResponding,
        $"{name} connected, and hung up or fell silent before it could be recorded.",
        "Check that it did not crash at its start.",
        inner);
}
