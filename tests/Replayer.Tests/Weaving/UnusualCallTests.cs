using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NUnit.Framework;
using Replayer.Tests.Weaving.Verification;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

/// <summary>Calls in forms that the C# compiler does not use, and others do.</summary>
public sealed class UnusualCallTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-unusual-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Call_with_a_tail_prefix_is_woven()
    {
        var (method, report) = Weave(static (module, method, il) =>
        {
            method.ReturnType = module.ImportReference(typeof(Task));
            il.Emit(OpCodes.Ldc_I4_1);
            il.Emit(OpCodes.Tail);
            il.Emit(OpCodes.Call, module.ImportReference(typeof(Task).GetMethod(nameof(Task.Delay), [typeof(int)])));
            il.Emit(OpCodes.Ret);
        });
        Assert.That(method.Invoke(null, null), Is.InstanceOf<Task>());
        Assert.That(report.Calls.Values.Sum(), Is.EqualTo(1));
    }

    [Test]
    public void Completion_with_a_tail_prefix_is_woven()
    {
        var (method, report) = Weave(static (module, method, il) =>
        {
            method.ReturnType = module.TypeSystem.Boolean;
            il.Emit(OpCodes.Newobj, module.ImportReference(typeof(TaskCompletionSource).GetConstructor([])));
            il.Emit(OpCodes.Tail);
            il.Emit(OpCodes.Call, module.ImportReference(typeof(TaskCompletionSource).GetMethod(nameof(TaskCompletionSource.TrySetResult))));
            il.Emit(OpCodes.Ret);
        });
        Assert.That(method.Invoke(null, null), Is.True);
        Assert.That(report.Completions + report.Calls.Values.Sum(), Is.GreaterThan(0));
    }

    [Test]
    public void Call_on_a_type_parameter_that_is_a_class_is_woven()
    {
        var (method, report) = Weave(static (module, method, il) =>
        {
            var parameter = new GenericParameter("T", method);
            parameter.Constraints.Add(new GenericParameterConstraint(module.ImportReference(typeof(Semaphore))));
            method.GenericParameters.Add(parameter);
            method.Parameters.Add(new ParameterDefinition("semaphore", Mono.Cecil.ParameterAttributes.None, parameter));
            method.ReturnType = module.TypeSystem.Int32;
            il.Emit(OpCodes.Ldarga, method.Parameters[0]);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Constrained, parameter);
            il.Emit(OpCodes.Callvirt, module.ImportReference(typeof(Semaphore).GetMethod(nameof(Semaphore.Release), [typeof(int)])));
            il.Emit(OpCodes.Ret);
        });
        using var semaphore = new Semaphore(1, 5);
        Assert.That(method.MakeGenericMethod(typeof(Semaphore)).Invoke(null, [semaphore]), Is.EqualTo(1));
        Assert.That(report.Calls.Keys, Is.EqualTo(["System.Threading.Semaphore::Release"]));
    }

    private (MethodInfo Method, WeaveReport Report) Weave(Action<ModuleDefinition, MethodDefinition, ILProcessor> write)
    {
        var (input, output) = (Path.Combine(_folder, "Unusual.dll"), Path.Combine(_folder, "out", "Unusual.dll"));
        using (var module = ModuleDefinition.CreateModule("Unusual", ModuleKind.Dll))
        {
            var type = new TypeDefinition("", "Holder", Mono.Cecil.TypeAttributes.Class | Mono.Cecil.TypeAttributes.Public, module.TypeSystem.Object);
            var method = new MethodDefinition("Run", Mono.Cecil.MethodAttributes.Public | Mono.Cecil.MethodAttributes.Static, module.TypeSystem.Void);
            type.Methods.Add(method);
            module.Types.Add(type);
            write(module, method, method.Body.GetILProcessor());
            module.Write(input);
        }

        var report = Weaver.Weave(new WeaveRequest(input, output, []));
        Assert.That(StackChecker.Check(output), Is.Empty);
        return (Corpus.Load(output).GetType("Holder")!.GetMethod("Run")!, report);
    }
}
