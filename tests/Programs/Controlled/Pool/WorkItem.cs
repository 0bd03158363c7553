namespace Controlled.Pool;

internal sealed class WorkItem : IThreadPoolWorkItem
{
    public TaskCompletionSource<string> Done { get; } = new();

    public void Execute() => Done.SetResult("item");
}
