using NUnit.Framework;
using Replayer.Tests.Weaving.Verification;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

/// <summary>What weaving makes of small methods, in full.</summary>
public sealed class GoldenTests
{
    [TestCase("Choose", """
        ldarg.0
        brtrue.s L1
        ldarg.2
        br.s L2
        L1: ldarg.1
        L2: ldstr "WeaveCorpus.Golden Choose Task.Result"
        call TaskWaitHooks::Result
        ret
        """)]
    [TestCase("Group", """
        ldarg.0
        ldftn <ReplayKit>Thunks::Join0
        newobj Action::.ctor
        ret
        """)]
    [TestCase("Complete", """
        ldarg.0
        ldarg.1
        brtrue.s L1
        ldc.i4.2
        br.s L2
        L1: ldc.i4.1
        L2: call CompletionHooks::Enter
        stloc.0
        ldstr "WeaveCorpus.Golden Complete TaskCompletionSource.TrySetResult"
        call TaskCompletionSourceHooks::TrySetResult
        ldloc.0
        call CompletionHooks::Exit
        ret
        """)]
    [TestCase("Guard", """
        L1: ldarg.0
        ldstr "WeaveCorpus.Golden Guard Monitor.Enter"
        call MonitorHooks::Enter
        leave.s L3
        L2: ldarg.0
        call MonitorHooks::Exit
        endfinally
        L3: ret
        """)]
    public void Woven_method_reads(string method, string expected)
    {
        var path = Corpus.PathOf("WeaveCorpus.Optimized");
        var folder = Directory.CreateTempSubdirectory("replaykit-golden-");
        try
        {
            var output = Path.Combine(folder.FullName, Path.GetFileName(path));
            Weaver.Weave(new WeaveRequest(path, output, []));
            Assert.That(ReadableIl.Of(output, "WeaveCorpus.Golden", method), Is.EqualTo(expected));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
