namespace FailingFixtures;

/// <summary>The incidents that the fixtures name. Those under <c>incidents</c> are made, beside this assembly, by whoever runs the fixtures.</summary>
public static class Paths
{
    /// <summary>Three requests for one price; the symptom is an assertion of the test.</summary>
    public const string Stampede = "traces/price-cache-stampede";

    /// <summary>Two orders for one piece; the symptom is an assertion of the test.</summary>
    public const string Oversold = "traces/oversold-limited-edition";

    /// <summary>The folder of the incidents that are made.</summary>
    public const string Made = "incidents";

    /// <summary>The orders, the first of which carried a body.</summary>
    public const string WithBody = Made + "/with-body";

    /// <summary>The stampede, of whose recording events were lost.</summary>
    public const string Lossy = Made + "/lossy";

    /// <summary>The stampede, cut short behind its requests.</summary>
    public const string CutShort = Made + "/cut-short";

    /// <summary>The stampede, cut short before its first chunk was written.</summary>
    public const string Empty = Made + "/empty";

    /// <summary>The stampede, with a byte changed in its recording.</summary>
    public const string Damaged = Made + "/damaged";

    /// <summary>The stampede, with a description that is no JSON.</summary>
    public const string Malformed = Made + "/malformed";

    /// <summary>A description without a recording.</summary>
    public const string NoRecording = Made + "/no-recording";

    /// <summary>A recording without a description.</summary>
    public const string NoDescription = Made + "/no-description";

    /// <summary>A file that is none of ours in the place of the recording.</summary>
    public const string Foreign = Made + "/foreign";

    /// <summary>No folder at all.</summary>
    public const string Missing = Made + "/missing";

    /// <summary>The stampede, with an exception as the symptom.</summary>
    public const string WithException = Made + "/with-exception";

    /// <summary>The stampede, with status 500 as the symptom.</summary>
    public const string WithStatus = Made + "/with-status";

    /// <summary>The stampede, with status 502 as the symptom.</summary>
    public const string WithBadGateway = Made + "/with-bad-gateway";

    /// <summary>The stampede, with an exception in one of the service's methods as the symptom.</summary>
    public const string WithExceptionInFetch = Made + "/with-exception-in-fetch";

    /// <summary>The stampede, with the same exception in another method.</summary>
    public const string WithExceptionElsewhere = Made + "/with-exception-elsewhere";

    /// <summary>The stampede, with a latency as the symptom that it has.</summary>
    public const string WithLatency = Made + "/with-latency";

    /// <summary>The stampede, with a latency that it does not have.</summary>
    public const string WithLongLatency = Made + "/with-long-latency";

    /// <summary>The stampede, with a deadlock as the symptom.</summary>
    public const string WithDeadlock = Made + "/with-deadlock";

    /// <summary>The stampede, to be certified.</summary>
    public const string Certified = Made + "/certified";

    /// <summary>The stampede, as if a service had been recorded that is not there.</summary>
    public const string OfAnotherService = Made + "/of-another-service";

    /// <summary>The stampede, with which a schedule is kept.</summary>
    public const string Pinned = Made + "/pinned";

    /// <summary>The stampede, which is made smaller.</summary>
    public const string Minimised = Made + "/minimised";

    /// <summary>A folder of two incidents and of a folder that is none.</summary>
    public const string Several = Made + "/several";
}
