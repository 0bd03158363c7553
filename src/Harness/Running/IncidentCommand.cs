using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Messages;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Running;

/// <summary>Runs a test's body on an incident, and turns what came of it into the test's result.</summary>
internal sealed class IncidentCommand(Test test, string path, Verdict expect) : TestCommand(test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        var judgement = Judge(context.TestObject);
        context.CurrentResult.SetResult(judgement.State, judgement.Message, judgement.StackTrace);
        if (judgement.Note.Length > 0) context.OutWriter.WriteLine(judgement.Note);
        return context.CurrentResult;
    }

    private Judgement Judge(object? fixture)
    {
        try
        {
            var runner = IncidentRunner.Load(FullPath());
            var run = runner.RunAsync(replay => InvokeAsync(fixture, replay)).GetAwaiter().GetResult();
            return IncidentJudge.Judge(new JudgedTest(Test.Name, Test.FullName, path, expect, Test.TypeInfo!.Assembly), run);
        }
        catch (ReplaySetupException exception) when (exception.InnerException is ResultStateException inner)
        {
            return new Judgement(inner.ResultState, inner.Message, StackTraces.UserFrames(inner), "");
        }
        catch (ReplaySetupException exception)
        {
            return new Judgement(ResultState.Error, exception.Message, exception.InnerException is { } cause ? StackTraces.UserFrames(cause) : null, "");
        }
        catch (RecordingException exception)
        {
            return new Judgement(ResultState.Error, exception.Message, null, "");
        }
    }

    private string FullPath() => IncidentPaths.Resolve(path, Path.GetDirectoryName(Test.TypeInfo!.Assembly.Location)!);

    private async Task InvokeAsync(object? fixture, Replay replay)
    {
        object? returned;
        try
        {
            returned = Test.Method!.Invoke(fixture, replay);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            throw exception.InnerException;
        }

        switch (returned)
        {
            case Task task:
                await task.ConfigureAwait(false);
                break;
            case ValueTask task:
                await task.ConfigureAwait(false);
                break;
            default:
                throw new ReplaySetupException($"The test {Test.Name} does not return a Task. Make it 'public async Task {Test.Name}(Replay replay)'.");
        }
    }
}
