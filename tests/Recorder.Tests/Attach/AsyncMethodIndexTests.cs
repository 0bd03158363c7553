using NUnit.Framework;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Attach;

public sealed class AsyncMethodIndexTests
{
    [TestCase("<GetAsync>d__3", "GetAsync")]
    [TestCase("<GenAsync>d__8`1", "GenAsync")]
    [TestCase("<<Main>$>d__0", "Main")]
    [TestCase("<<<Main>$>g__FetchAsync|0>d", "Main")]
    [TestCase("<<<Main>$>b__0_2>d", "Main")]
    [TestCase("<<SendAsync>g__Core|83_0>d", "SendAsync")]
    [TestCase("<System.Collections.Generic.IMap<K>.GetAsync>d__3", "System.Collections.Generic.IMap<K>.GetAsync")]
    [TestCase("plain", "plain")]
    [TestCase("<<<", "<<<")]
    [TestCase("", "")]
    public void Source_method_is_read_from_the_name(string name, string expected) =>
        Assert.That(AsyncMethodIndex.SourceMethod(name), Is.EqualTo(expected));

    [Test]
    public void Async_methods_of_an_assembly_are_found_under_their_source_types()
    {
        var methods = AssemblyReader.ReadAsyncMethods(typeof(AsyncMethodIndexTests).Assembly.Location);
        Assert.That(methods.Where(static method => method.DeclaringType.StartsWith(typeof(Samples).FullName!, StringComparison.Ordinal)).Select(static m => (m.DeclaringType, m.Method)), Is.EquivalentTo(new[]
        {
            (typeof(Samples).FullName!, "PlainAsync"),
            (typeof(Samples).FullName!, "WithLambda"),
            (typeof(Samples).FullName!, "WithClosure"),
            (typeof(Samples).FullName!, "WithLocal"),
            (typeof(Samples).FullName!, "IterateAsync"),
            (typeof(Samples.Inner<>).FullName!, "GenericAsync"),
        }));
        Assert.That(methods, Has.All.Matches<AsyncMethod>(static method => !method!.IsFramework && method.Assembly == "Recorder.Tests"));
        Assert.That(methods.Single(static method => method.Method == "GenericAsync").RecordedName, Is.EqualTo("<GenericAsync>d__0`1"));
    }

    [Test]
    public void File_that_is_no_assembly_has_no_methods()
    {
        Assert.That(AssemblyReader.ReadAsyncMethods("/no/such/file.dll"), Is.Empty);
        Assert.That(AssemblyReader.ReadIdentity(Path.ChangeExtension(typeof(AsyncMethodIndexTests).Assembly.Location, ".deps.json")), Is.Null);
    }

    [TestCase("/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.0/System.Runtime.dll", true)]
    [TestCase(@"C:\Program Files\dotnet\shared\Microsoft.AspNetCore.App\10.0.0\Kestrel.dll", true)]
    [TestCase("/app/Shop.dll", false)]
    [TestCase("/home/shared/Shop/bin/Shop.dll", false)]
    public void Framework_is_known_by_its_folder(string file, bool expected) =>
        Assert.That(AssemblyReader.IsOfFramework(file), Is.EqualTo(expected));

    // Only their compiled form matters.
    internal static class Samples
    {
        public static async Task PlainAsync() => await Task.Yield();

        public static Func<Task> WithLambda() => static async () => await Task.Yield();

        public static Func<Task> WithClosure(int count) => async () => await Task.Delay(count);

        public static Task WithLocal()
        {
            return LocalAsync();

            static async Task LocalAsync() => await Task.Yield();
        }

        public static async IAsyncEnumerable<int> IterateAsync()
        {
            await Task.Yield();
            yield return 1;
        }

        internal sealed class Inner<T>
        {
            public async Task GenericAsync<TItem>(T context, TItem item)
            {
                await Task.Yield();
                GC.KeepAlive((context, item));
            }
        }
    }
}
