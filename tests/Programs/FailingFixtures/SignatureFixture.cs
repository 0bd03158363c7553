using ReplayKit;
using ReplayKit.Replayer.Execution;

namespace FailingFixtures;

/// <summary>Methods that do not run a replay as they should.</summary>
public sealed class SignatureFixture
{
    [Incident(Paths.Stampede)]
    public Task Takes_nothing() => Task.CompletedTask;

    [Incident(Paths.Stampede)]
    public Task Takes_a_text(string text) => Task.FromResult(text);

    [Incident(Paths.Stampede)]
    public Task Takes_more(Replay replay, int count) => replay.RunAsync(_ => Task.Delay(count));

    [Incident(Paths.Stampede)]
    public void Returns_nothing(Replay replay) => replay.RunAsync(static _ => Task.CompletedTask);

    [Incident(Paths.Stampede)]
    public Task<int> Returns_a_number(Replay replay) => Task.FromResult(replay.Requests.Count);

    [Incident(Paths.Stampede)]
    public Task Does_not_run_the_replay(Replay replay) => Task.FromResult(replay.Requests.Count);

    [Incident(Paths.Stampede)]
    public async Task Runs_the_replay_twice(Replay replay)
    {
        await replay.RunAsync(static _ => Task.CompletedTask);
        await replay.RunAsync(static _ => Task.CompletedTask);
    }

    [Incident(Paths.Stampede)]
    public Task Does_not_await_the_replay(Replay replay)
    {
        // It waits for what does not come, so that it still runs when this method has ended.
        replay.Options = new LoopOptions { StallLimit = TimeSpan.FromMilliseconds(300) };
        _ = replay.RunAsync(static _ => new TaskCompletionSource().Task);
        return Task.CompletedTask;
    }

    [Incident(Paths.Stampede)]
    public Task Drives_nothing(Replay replay) => replay.RunAsync();

    [Incident(Paths.Stampede)]
    public Task Throws_before_the_replay(Replay replay) => throw new InvalidOperationException($"No till for {replay.Requests.Count} customers.");
}
