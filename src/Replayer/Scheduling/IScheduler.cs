namespace ReplayKit.Replayer.Scheduling;

/// <summary>The one decision seam: what runs next. Called from the step loop and nowhere else.</summary>
public interface IScheduler
{
    /// <summary>Decides what runs next.</summary>
    Decision Decide(in DecisionContext context);

    /// <summary>Whether <see cref="SuspendsWhenComplete"/> ever says yes: it is not asked otherwise.</summary>
    bool AsksAboutCompleteAwaits { get; }

    /// <summary>Decides whether an await whose awaiter is already complete is a scheduling point, or a call at which nothing else could go first.</summary>
    /// <param name="awaiting">The step that would result from stopping there.</param>
    /// <returns>True to suspend, false to go on as the program would by itself.</returns>
    bool SuspendsWhenComplete(StepDescription awaiting);

    /// <summary>Tells that an operation is over: none of its planned steps can come any more.</summary>
    void OperationFinished(int operation);
}
