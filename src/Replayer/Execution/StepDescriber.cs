using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Describes the steps of a run to its scheduler, and numbers them.</summary>
internal sealed class StepDescriber(SiteTable sites)
{
    private int _nextId;

    /// <summary>A step of code that is not woven.</summary>
    public StepDescription Posted(Operation operation, StepKind kind, string method) =>
        new(_nextId++, operation.Number, kind) { OperationKey = operation.Key, Request = operation.Root.Number, Method = method };

    /// <summary>A start.</summary>
    public StepDescription Start(Operation operation, string site)
    {
        var where = sites.Call(site);
        return new StepDescription(_nextId++, operation.Number, StepKind.Start) { OperationKey = operation.Key, Request = operation.Root.Number, Call = where.Call, NameHash = where.Hash };
    }

    /// <summary>A call that goes on.</summary>
    public StepDescription Call(Operation operation, CallPoint point)
    {
        var where = sites.Call(point.Site);
        return new StepDescription(_nextId++, operation.Number, StepKind.Call)
        {
            OperationKey = operation.Key, Request = operation.Root.Number, Call = where.Call, Method = where.Method, Point = point.Kind, Resource = point.Resource, NameHash = where.Hash,
        };
    }

    /// <summary>A woven method that resumes.</summary>
    public StepDescription Resumption(Operation operation, SiteInfo where, int invocation, string awaited) =>
        new(_nextId++, operation.Number, StepKind.Resumption)
        {
            OperationKey = operation.Key,
            Request = operation.Root.Number,
            Site = where.Await,
            Method = where.Method,
            Invocation = invocation,
            Awaited = awaited,
            NameHash = where.Hash,
        };
}
