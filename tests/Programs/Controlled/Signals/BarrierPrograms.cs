namespace Controlled.Signals;

internal static class BarrierPrograms
{
    private const string Type = "System.Threading.Barrier::";
    private const string SignalAndWait = Type + "SignalAndWait";

    [Program(SignalAndWait, "2 4 6, phase 3", Also = [Type + "get_CurrentPhaseNumber"])]
    public static async Task<string> No_one_begins_a_phase_before_all_have_ended_the_last()
    {
        var (done, sums) = (0, new List<int>());
        using var barrier = new Barrier(2, _ => sums.Add(done));
        void Work()
        {
            for (var i = 0; i < 3; i++)
            {
                Interlocked.Increment(ref done);
                barrier.SignalAndWait();
            }
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return $"{string.Join(' ', sums)}, phase {barrier.CurrentPhaseNumber}";
    }

    [Program(SignalAndWait, "deadlock")]
    public static async Task<string> Participant_that_fails_leaves_the_other_waiting()
    {
        using var barrier = new Barrier(2);
        var good = Task.Run(() => barrier.SignalAndWait());
        var bad = Task.Run(() =>
        {
            var parsed = int.Parse("one");
            barrier.SignalAndWait();
            return parsed;
        });
        await Task.WhenAll(good, bad);
        return "done";
    }

    [Program(SignalAndWait, "False False False False, cancelled, 2 of 2 missing", Also = [Type + "get_ParticipantsRemaining", Type + "get_ParticipantCount"])]
    public static async Task<string> Who_gives_up_has_not_arrived()
    {
        using var barrier = new Barrier(2);
        using var cancellation = new CancellationTokenSource();
        var ten = TimeSpan.FromMilliseconds(10);
        var answers = $"{barrier.SignalAndWait(10)} {barrier.SignalAndWait(ten)} {barrier.SignalAndWait(10, cancellation.Token)} {barrier.SignalAndWait(ten, cancellation.Token)}";
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            barrier.SignalAndWait(cancellation.Token);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == cancellation.Token)
        {
            answers += ", cancelled";
        }

        await canceller;
        return $"{answers}, {barrier.ParticipantsRemaining} of {barrier.ParticipantCount} missing";
    }

    [Program(SignalAndWait, "2 told, no room for another")]
    public static async Task<string> All_are_told_that_the_action_failed()
    {
        var (told, refused) = (0, "");
        using var barrier = new Barrier(2, self =>
        {
            try
            {
                self.AddParticipant();
            }
            catch (InvalidOperationException)
            {
                refused = "no room for another";
            }

            throw new FormatException();
        });
        void Work()
        {
            try
            {
                barrier.SignalAndWait();
            }
            catch (BarrierPostPhaseException exception) when (exception.InnerException is FormatException)
            {
                Interlocked.Increment(ref told);
            }
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return $"{told} told, {refused}";
    }

    [Program(
        Type + "RemoveParticipant",
        "1 phase, 1 left of 4",
        Also = [Type + "RemoveParticipants", Type + "AddParticipant", Type + "AddParticipants", Type + "get_ParticipantCount", Type + "get_CurrentPhaseNumber"])]
    public static async Task<string> Leaving_lets_the_others_go_on()
    {
        using var barrier = new Barrier(1);
        barrier.AddParticipant();
        barrier.AddParticipants(2);
        var all = barrier.ParticipantCount;
        var worker = Task.Run(() => barrier.SignalAndWait());
        var leaver = Task.Run(barrier.RemoveParticipant);
        barrier.RemoveParticipants(2);
        await Task.WhenAll(worker, leaver);
        return $"{barrier.CurrentPhaseNumber} phase, {barrier.ParticipantCount} left of {all}";
    }

    [Program(Type + "RemoveParticipant", "left", "throws InvalidOperationException", Also = [SignalAndWait])]
    public static async Task<string> One_who_has_arrived_cannot_leave()
    {
        using var barrier = new Barrier(1);
        var arriving = Task.Run(() => barrier.SignalAndWait(10));
        var leaving = Task.Run(barrier.RemoveParticipant);
        await Task.WhenAll(arriving, leaving);
        return "left";
    }

    [Program(Type + "RemoveParticipants", "1", "0", Also = [Type + "get_ParticipantsRemaining", Type + "get_CurrentPhaseNumber"])]
    public static async Task<string> Missing_ones_may_be_seen_before_or_after_they_leave()
    {
        using var barrier = new Barrier(3);
        var worker = Task.Run(() => barrier.SignalAndWait());
        var leaver = Task.Run(() => barrier.RemoveParticipants(2));
        var phase = barrier.CurrentPhaseNumber;
        await Task.WhenAll(worker, leaver);
        return $"{phase}";
    }

    [Program(Type + "get_ParticipantsRemaining", "1", "2", Also = [SignalAndWait])]
    public static async Task<string> Missing_ones_are_fewer_once_another_has_arrived()
    {
        using var barrier = new Barrier(2);
        var worker = Task.Run(() => barrier.SignalAndWait());
        var missing = barrier.ParticipantsRemaining;
        barrier.SignalAndWait();
        await worker;
        return $"{missing}";
    }

    [Program(Type + "AddParticipant", "done", "deadlock", Also = [Type + "get_ParticipantCount"])]
    public static async Task<string> Joining_late_leaves_the_first_behind()
    {
        using var barrier = new Barrier(1);
        var first = Task.Run(() => barrier.SignalAndWait());
        var second = Task.Run(() =>
        {
            if (barrier.ParticipantCount == 1) barrier.AddParticipant();
            barrier.SignalAndWait();
        });
        await Task.WhenAll(first, second);
        return "done";
    }

    [Program(Type + "AddParticipants", "done", "deadlock", Also = [SignalAndWait])]
    public static async Task<string> Room_for_two_is_made_while_one_arrives()
    {
        using var barrier = new Barrier(1);
        var workers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => barrier.SignalAndWait())).ToArray();
        barrier.AddParticipants(2);
        await Task.WhenAll(workers);
        return "done";
    }
}
