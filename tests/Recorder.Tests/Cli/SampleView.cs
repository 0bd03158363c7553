using System.Collections.Immutable;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>A small recording, made by hand, with something of everything: two requests share a fetch, a third fails.</summary>
internal static class SampleView
{
    private const string Endpoint = "<<<Main>$>b__0_1>d";
    private const string Get = "<GetAsync>d__3";
    private const string Fetch = "<FetchAsync>d__5";
    private const string Send = "<SendAsync>d__12";

    public static RecordingView Create(Completeness? completeness = null, Incident? incident = null)
    {
        var footer = new RecordingFooter(2_000_000_000, completeness ?? new Completeness(42, 0, false, []), Methods);
        return new RecordingView("shop.rktrace", incident, new Recording(Header, Events, footer), Graph);
    }

    /// <summary>A recording of as many requests, none of them overlapping.</summary>
    public static RecordingView Many(int count)
    {
        var graph = Graph with { Requests = [.. Enumerable.Range(1, count).Select(n => Request(n, n * 10, (n * 10) + 5, 200, "/", ""))], Steps = [] };
        return new RecordingView("many.rktrace", null, new Recording(Header, [], new RecordingFooter(0, Completeness.Empty, [])), graph);
    }

    public static Incident Incident { get; } = new()
    {
        Title = "Price fetched twice",
        Source = "Shop",
        RecordedUtc = new DateTimeOffset(2026, 3, 1, 12, 0, 1, TimeSpan.Zero),
        WindowStartNs = 1_000_000_000,
        WindowEndNs = 1_060_000_000,
        Symptom = new Symptom(SymptomKind.Exception, "Shop.OutOfStockException"),
        Requests = ["r17 GET /price/42"],
        Completeness = new Completeness(42_000, 0, false, []),
        Redacted = ["Authorization", "Cookie"],
    };

    private static readonly RecordingHeader Header = new(
        "0.1.0",
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        new RecordedProcess(4711, "Shop", "10.0.12", "Linux", "x64", 8),
        [
            new RecordedAssembly("Shop", "1.2.0.0", new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"), IsFramework: false),
            new RecordedAssembly("System.Net.Http", "10.0.0.0", new Guid("7f9619ff-8b86-d011-b42d-00c04fc964ff"), IsFramework: true),
        ],
        ["Authorization", "Cookie"]);

    private static readonly ImmutableArray<AsyncMethod> Methods =
    [
        new(Endpoint, "Shop", "Program", "Main", IsFramework: false),
        new(Get, "Shop", "Shop.PriceCache", "GetAsync", IsFramework: false),
        new(Fetch, "Shop", "Shop.PriceSource", "FetchAsync", IsFramework: false),
        new(Send, "System.Net.Http", "System.Net.Http.HttpClient", "SendAsync", IsFramework: true),
    ];

    private static readonly ImmutableArray<RecordedEvent> Events =
    [
        new(RecordedEventKind.RequestStarted, Ms(1000), 21)
        {
            Text = "/price/42", Fields = [new(FieldNames.Method, "GET"), new(FieldNames.TraceIdentifier, "0HN:1")],
        },
        Began(101, Endpoint, 1001), Began(102, Get, 1001), Began(103, Fetch, 1001), Began(104, Send, 1001), Began(201, Endpoint, 1002),
        new(RecordedEventKind.WaitBegan, Ms(1003), 22) { TaskId = 103, RelatedTaskId = 201 },
        new(RecordedEventKind.RequestStopped, Ms(1050), 21) { Number = 200 },
    ];

    private static readonly CausalGraph Graph = new(
        [
            Request(17, 1000, 1050, 200, "/price/42", "?currency=EUR") with
            {
                Headers = [new RecordedField("Accept", "*/*"), new RecordedField("Authorization", "[redacted 12 a1b2c3]")],
            },
            Request(18, 1002, 1049, 200, "/price/42", ""),
            Request(19, 1100, 1103, 500, "/order/7", "") with
            {
                Exceptions = [new RecordedException(Ms(1102), "Shop.OutOfStockException", "Nothing left\nof 7")],
            },
            Request(20, 1900, null, null, "/slow", "") with { EventsLost = 5, IsAborted = true },
        ],
        [
            Step(0, 17, "", 0, 1000, 21),
            Step(1, 18, "", 0, 1002, 22),
            Step(2, 17, Fetch, 103, 1040, 23) with { AwaiterTaskId = 102, Awaited = Send },
            Step(3, 17, Get, 102, 1041, 23) with { AwaiterTaskId = 101, Awaited = Fetch },
            Step(4, 17, Endpoint, 101, 1042, 23) with { Awaited = Get },
            Step(5, 18, Endpoint, 201, 1043, 24) with { Awaited = Fetch },
            Step(6, 19, "", 0, 1100, 21),
            Step(7, 20, "", 0, 1900, 21),
        ],
        [
            new AwaitEdge(103, 104, Ms(1001)), new AwaitEdge(102, 103, Ms(1001)), new AwaitEdge(101, 102, Ms(1001)), new AwaitEdge(201, 103, Ms(1003)),
        ],
        [
            new OutgoingCall(17, "GET", "http://127.0.0.1:5001/prices/42", Ms(1001), Ms(1040), 200),
            new OutgoingCall(17, "GET", "http://127.0.0.1:5001/stock/42", Ms(1002), null, null),
        ],
        [new GcPause(Ms(1500), Ms(1512))])
    {
        DatabaseCommands =
        [
            new DatabaseCommand(17, "ef", "SELECT \"p\".\"Amount\"\nFROM \"Prices\" AS \"p\" WHERE \"p\".\"Id\" = @id", Ms(1003), Ms(1005), HasFailed: false),
            new DatabaseCommand(17, "sqlclient", "UPDATE Audit SET Seen = @seen", Ms(1006), Ms(1007), HasFailed: true),
        ],
    };

    private static long Ms(long ms) => ms * 1_000_000;

    private static RecordedEvent Began(int task, string name, long ms) => new(RecordedEventKind.OperationBegan, Ms(ms), 21) { TaskId = task, Text = name };

    private static RecordedRequest Request(int number, long startMs, long? stopMs, int? status, string path, string query) => new()
    {
        Number = number,
        TraceIdentifier = $"0HN:{number}",
        Method = "GET",
        Path = path,
        Query = query,
        Headers = [],
        StartNs = Ms(startMs),
        StopNs = stopMs is { } stop ? Ms(stop) : null,
        Status = status,
    };

    private static RecordedStep Step(int index, int request, string method, int task, long beginMs, long thread) => new()
    {
        Index = index,
        Request = request,
        Method = method,
        TaskId = task,
        Invocation = method.Length == 0 ? 0 : 1,
        Resumption = method.Length == 0 ? 0 : 1,
        ThreadId = thread,
        BeginNs = Ms(beginMs),
        EndNs = Ms(beginMs) + 250_000,
    };
}
