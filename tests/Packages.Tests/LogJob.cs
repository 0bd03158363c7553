using Quartz;

namespace Packages.Tests;

/// <summary>Writes down its name and the time.</summary>
internal sealed class LogJob : IJob
{
    /// <summary>Where the list is among the job's data.</summary>
    public const string Log = "log";

    public async Task Execute(IJobExecutionContext context)
    {
        await Task.Yield();
        ((List<string>)context.MergedJobDataMap[Log]).Add($"{context.JobDetail.Key.Name} {DateTime.UtcNow:HH:mm}");
    }
}
