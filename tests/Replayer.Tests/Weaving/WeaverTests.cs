using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NUnit.Framework;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

public sealed class WeaverTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-weaver-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Input_is_left_as_it_is()
    {
        var path = Corpus.PathOf("WeaveCorpus");
        var before = File.ReadAllBytes(path);
        Weave(path, "WeaveCorpus.dll");
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(before));
    }

    [Test]
    public void Woven_assembly_is_not_woven_again()
    {
        var once = Weave(Corpus.PathOf("WeaveCorpus"), "once/WeaveCorpus.dll");
        var twice = Weave(Path.Combine(_folder, "once/WeaveCorpus.dll"), "twice/WeaveCorpus.dll");
        Assert.That(once.Awaits, Is.GreaterThan(0));
        Assert.That(twice.Awaits, Is.Zero);
    }

    [Test]
    public void File_that_is_no_assembly_is_refused_by_name()
    {
        var path = Path.Combine(_folder, "text.dll");
        File.WriteAllText(path, "no assembly");
        Assert.That(() => Weave(path, "out.dll"), Throws.InstanceOf<WeaveException>().With.Message.Contains("text.dll"));
    }

    [Test]
    public void Missing_file_is_refused_by_name() =>
        Assert.That(() => Weave(Path.Combine(_folder, "none.dll"), "out.dll"), Throws.InstanceOf<WeaveException>().With.Message.Contains("none.dll"));

    [Test]
    public void Assembly_without_symbols_is_woven_and_says_so()
    {
        var bare = Path.Combine(_folder, "WeaveCorpus.dll");
        File.Copy(Corpus.PathOf("WeaveCorpus"), bare);
        var report = Weave(bare, "out/WeaveCorpus.dll");
        Assert.That(report.HasSymbols, Is.False);
        Assert.That(report.Awaits, Is.GreaterThan(0));
    }

    [Test]
    public void Symbols_inside_the_assembly_stay_inside()
    {
        var path = Path.Combine(_folder, "WeaveCorpus.dll");
        using (var module = ModuleDefinition.ReadModule(Corpus.PathOf("WeaveCorpus"), new ReaderParameters { ReadSymbols = true }))
            module.Write(path, new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new EmbeddedPortablePdbWriterProvider() });
        Assert.That(Weave(path, "out/WeaveCorpus.dll").HasSymbols);
        using var woven = ModuleDefinition.ReadModule(Path.Combine(_folder, "out/WeaveCorpus.dll"), new ReaderParameters { ReadSymbols = true });
        Assert.That(woven.SymbolReader, Is.InstanceOf<EmbeddedPortablePdbReader>());
        Assert.That(File.Exists(Path.Combine(_folder, "out/WeaveCorpus.pdb")), Is.False);
    }

    [Test]
    public void Symbols_that_cannot_be_read_are_told_of()
    {
        var path = Path.Combine(_folder, "WeaveCorpus.dll");
        File.Copy(Corpus.PathOf("WeaveCorpus"), path);
        // The begin of a Windows PDB: on other systems nothing reads it.
        File.WriteAllText(Path.ChangeExtension(path, ".pdb"), "Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0");
        var report = Weave(path, "out/WeaveCorpus.dll");
        Assert.That(report.HasSymbols, Is.False);
        Assert.That(report.Notes, Has.Some.Contains("symbols cannot be read"));
        Assert.That(report.Awaits, Is.GreaterThan(0));
    }

    [Test]
    public void Signed_assembly_keeps_its_name_and_loads()
    {
        using var key = new System.Security.Cryptography.RSACryptoServiceProvider(2048);
        var path = Path.Combine(_folder, "WeaveCorpus.dll");
        using (var module = ModuleDefinition.ReadModule(Corpus.PathOf("WeaveCorpus")))
            module.Write(path, new WriterParameters { StrongNameKeyBlob = key.ExportCspBlob(includePrivateParameters: true) });
        var token = AssemblyName.GetAssemblyName(path).GetPublicKeyToken();
        var (assembly, report) = Corpus.Weave(path);
        Assert.That(token, Is.Not.Empty);
        Assert.That(assembly.GetName().GetPublicKeyToken(), Is.EqualTo(token));
        Assert.That(report.Awaits, Is.GreaterThan(0));
    }

    [Test]
    public async Task Exception_from_woven_code_names_its_source_line()
    {
        var assembly = Corpus.Weave(Corpus.PathOf("WeaveCorpus")).Assembly;
        var thrower = assembly.GetType("WeaveCorpus.Shapes")!.GetMethod("Throw", BindingFlags.NonPublic | BindingFlags.Static)!;
        try
        {
            await (Task)thrower.Invoke(null, ["message"])!;
            Assert.Fail("nothing was thrown");
        }
        catch (InvalidOperationException e)
        {
            Assert.That(e.StackTrace, Does.Match(@"Shapes\.cs:line \d+"));
        }
    }

    [Test]
    public void Runtime_async_method_is_left_and_named()
    {
        const ushort runtimeAsync = 0x2000;
        using var module = ModuleDefinition.CreateModule("Runtime", ModuleKind.Dll);
        var type = new TypeDefinition("", "Holder", Mono.Cecil.TypeAttributes.Class | Mono.Cecil.TypeAttributes.Public, module.TypeSystem.Object);
        var method = new MethodDefinition("Suspends", Mono.Cecil.MethodAttributes.Public | Mono.Cecil.MethodAttributes.Static, module.TypeSystem.Void);
        method.ImplAttributes = (Mono.Cecil.MethodImplAttributes)runtimeAsync;
        method.Body.GetILProcessor().Append(Instruction.Create(OpCodes.Ret));
        type.Methods.Add(method);
        module.Types.Add(type);
        var path = Path.Combine(_folder, "Runtime.dll");
        module.Write(path);

        var report = Weave(path, "out/Runtime.dll");

        Assert.That(report.Skipped, Has.Length.EqualTo(1));
        Assert.That(report.Skipped[0].Method, Does.Contain("Suspends"));
    }

    [Test]
    public void Precompiled_framework_assembly_loads_when_woven()
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Threading.Channels.dll");
        var (assembly, report) = Corpus.Weave(path);
        Assert.That(report.AsyncMethods, Is.GreaterThan(0));
        Assert.That(assembly.GetExportedTypes(), Is.Not.Empty);
        foreach (var method in assembly.GetTypes().Where(static type => !type.ContainsGenericParameters).SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)))
        {
            if (!method.ContainsGenericParameters) System.Runtime.CompilerServices.RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    private WeaveReport Weave(string input, string output) => Weaver.Weave(new WeaveRequest(input, Path.Combine(_folder, output), []));
}
