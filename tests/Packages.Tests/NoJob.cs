using Quartz;

namespace Packages.Tests;

/// <summary>Does nothing.</summary>
internal sealed class NoJob : IJob
{
    public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
}
