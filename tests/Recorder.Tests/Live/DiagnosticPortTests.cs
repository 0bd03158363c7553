using System.Net.Sockets;
using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>Ways to a process by the path of its port, as from a container beside it.</summary>
[Platform("Linux")]
public sealed class DiagnosticPortTests
{
    private DirectoryInfo _folder = null!;

    private string PortPath => Path.Combine(_folder.FullName, "port");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-port-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Socket_of_a_process_is_enough_to_record_it()
    {
        using var target = await TargetProcess.StartAsync(("TMPDIR", _folder.FullName));
        var socket = Directory.GetFiles(_folder.FullName, "dotnet-diagnostic-*").Single();
        var process = await PortTarget.ConnectAsync(socket, CancellationToken.None);
        Assert.That((process.ProcessId, process.Name, process.IsVisible), Is.EqualTo((target.Id, "RecorderTarget", true)));
        var session = await RecordingSession.StartAsync(Options(process));
        await target.GetAsync("/chain?id=3");
        Assert.That((await session.StopAsync()).Requests, Is.EqualTo(1));
    }

    [TestCase("suspend")]
    [TestCase("nosuspend")]
    public async Task Process_that_comes_to_the_port_is_recorded_and_let_go(string mode)
    {
        await using var port = await ReversedPort.ListenAsync(PortPath, CancellationToken.None);
        var starting = TargetProcess.StartAsync(("DOTNET_DiagnosticPorts", $"{PortPath},{mode}"));
        var process = await port.AcceptAsync(static _ => true, CancellationToken.None);
        var session = await RecordingSession.StartAsync(Options(process));
        using var target = await starting;
        Assert.That((process.ProcessId, process.Name, process.IsVisible), Is.EqualTo((target.Id, "RecorderTarget", true)));
        await target.GetAsync("/chain?id=3");
        var summary = await session.StopAsync();
        Assert.That(summary.Requests, Is.EqualTo(2), "also the one that the start made");
        Assert.That(summary.TargetExited, Is.False);
    }

    [Test]
    public async Task Process_in_a_pid_namespace_of_its_own_is_recorded_through_its_port()
    {
        await using var port = await ReversedPort.ListenAsync(PortPath, CancellationToken.None);
        using var started = Unshared.Start(PortPath, Path.Combine(_folder.FullName, "inner"));
        var process = await port.AcceptAsync(static _ => true, CancellationToken.None);
        Assert.That(process.IsVisible, Is.True, "a namespace below ours is seen from here");
        Assert.That(process.ProcessId, Is.Not.EqualTo(1));
        var relayed = process with { IsVisible = false, Address = port.RelayAddress };
        var options = Options(relayed);
        var session = await RecordingSession.StartAsync(options);
        var summary = await session.Completion;
        Assert.That(summary.TargetExited, Is.True);
        var recording = RecordingFile.Read(summary.Path);
        Assert.That(recording.Footer.Completeness.IsComplete, Is.True);
        Assert.That(recording.Events.Count(static e => e.Text?.Contains("<FinishAsync>", StringComparison.Ordinal) == true), Is.GreaterThanOrEqualTo(20));
        Assert.That(recording.Footer.AsyncMethods, Is.Empty, "its files are out of sight");
    }

    [Test]
    public async Task Runtimes_that_come_later_are_let_go()
    {
        await using var port = await ReversedPort.ListenAsync(PortPath, CancellationToken.None);
        var first = TargetProcess.StartAsync(("DOTNET_DiagnosticPorts", PortPath));
        var process = await port.AcceptAsync(static _ => true, CancellationToken.None);
        using var second = await TargetProcess.StartAsync(("DOTNET_DiagnosticPorts", PortPath));
        Assert.That(await second.GetAsync("/sync?id=2"), Is.EqualTo("2"));
        await process.ResumeAsync!(CancellationToken.None);
        using var ended = await first;
    }

    [Test]
    public async Task Path_that_nobody_listens_on_is_told_as_such()
    {
        Assert.That(await CauseAsync(() => PortTarget.ConnectAsync(PortPath, CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
        using (var forgotten = Listen(PortPath)) Assert.That(forgotten.IsBound, Is.True);
        Assert.That(await CauseAsync(() => PortTarget.ConnectAsync(PortPath, CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
        await using var taken = await ReversedPort.ListenAsync(PortPath, CancellationToken.None); // what was forgotten is in nobody's way
    }

    [Test]
    public async Task Port_that_is_busy_an_ordinary_file_or_nowhere_cannot_be_listened_on()
    {
        using var busy = Listen(PortPath);
        Assert.That(await CauseAsync(() => ReversedPort.ListenAsync(PortPath, CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
        var file = Path.Combine(_folder.FullName, "diary");
        await File.WriteAllTextAsync(file, "Dear diary");
        Assert.That(await CauseAsync(() => ReversedPort.ListenAsync(file, CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo("Dear diary"));
        Assert.That(await CauseAsync(() => ReversedPort.ListenAsync("/no/such/folder/port", CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
        Assert.That(await CauseAsync(() => ReversedPort.ListenAsync(PortPath + new string('x', 200), CancellationToken.None)), Is.EqualTo(AttachFailure.BadPort));
    }

    [Test]
    public async Task Port_that_never_answers_is_told_as_such()
    {
        using var silent = Listen(PortPath);
        Assert.That(await CauseAsync(() => PortTarget.ConnectAsync(PortPath, CancellationToken.None)), Is.EqualTo(AttachFailure.NotResponding));
    }

    [Test]
    public async Task Port_is_not_disturbed_by_what_is_no_runtime()
    {
        await using var port = await ReversedPort.ListenAsync(PortPath, CancellationToken.None);
        using (var stranger = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await stranger.ConnectAsync(new UnixDomainSocketEndPoint(PortPath));
            await stranger.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        }

        var starting = TargetProcess.StartAsync(("DOTNET_DiagnosticPorts", $"{PortPath},nosuspend"));
        var process = await port.AcceptAsync(static _ => true, CancellationToken.None);
        using var target = await starting;
        Assert.That(process.ProcessId, Is.EqualTo(target.Id));
    }

    [TestCase("/diag/port", "/diag/port", null)]
    [TestCase("/diag/port,listen", "/diag/port", true)]
    [TestCase("/diag/port,connect", "/diag/port", false)]
    [TestCase("/diag/a,b", "/diag/a,b", null)]
    public void Port_is_read_with_or_without_who_listens(string text, string path, bool? isListen) =>
        Assert.That(PortName.Parse(text), Is.EqualTo(new PortName(path, isListen)));

    private static Socket Listen(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        return socket;
    }

    private static async Task<AttachFailure> CauseAsync(Func<Task> attempt) => (await Assert.ThrowsAsync<AttachException>(async () => await attempt()))!.Cause;

    private RecordOptions Options(DotnetProcess process) => new()
    {
        ProcessId = process.ProcessId, Target = process, OutputPath = Path.Combine(_folder.FullName, "port.rktrace"),
    };
}
