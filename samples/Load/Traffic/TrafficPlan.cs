namespace Load.Traffic;

/// <summary>
/// The shop's traffic: waves, in which two or three customers want the same thing within a few milliseconds, and a
/// trickle of everything else. A wave picks an article that no one touched before, and waves are far apart, so that
/// what happens in one is not mixed up with the next. The plan does not depend on how many clients send it: a single
/// one sends the same requests one after the other.
/// </summary>
public static class TrafficPlan
{
    private const double FirstWaveMs = 500;
    private const double WaveEveryMs = 600;
    private const double WaveQuietEndMs = 400;
    private const double WithinWaveMinMs = 6;
    private const double WithinWaveMaxMs = 10;

    /// <summary>Plans the requests, in the order they are due.</summary>
    public static IReadOnlyList<PlannedRequest> Create(int seed, int durationSeconds, int rate, SkuPools skus)
    {
        var endMs = durationSeconds * 1000.0;
        return [.. Waves(new Random(seed), endMs, skus).Concat(Trickle(new Random(seed + 1), endMs, rate, skus)).OrderBy(r => r.DueMs)];
    }

    private static IEnumerable<PlannedRequest> Waves(Random random, double endMs, SkuPools skus)
    {
        var cold = new Queue<int>(Shuffled(random, skus.Cold));
        var limited = new Queue<int>(Shuffled(random, skus.Limited));
        var wave = 0;
        for (var startMs = FirstWaveMs; startMs < endMs - WaveQuietEndMs; startMs += WaveEveryMs, wave++)
        {
            var (pool, request) = wave % 2 == 0 ? (cold, (Func<double, int, PlannedRequest>)Price) : (limited, Order);
            if (!pool.TryDequeue(out var sku))
                continue;

            var customers = random.Next(2, 4);
            var dueMs = startMs;
            for (var customer = 0; customer < customers; customer++)
            {
                yield return request(dueMs, sku);
                dueMs += WithinWaveMinMs + random.NextDouble() * (WithinWaveMaxMs - WithinWaveMinMs);
            }
        }
    }

    private static IEnumerable<PlannedRequest> Trickle(Random random, double endMs, int rate, SkuPools skus)
    {
        var everyMs = 1000.0 / rate;
        var popular = 0;
        for (var slotMs = 0.0; slotMs < endMs; slotMs += everyMs)
        {
            var dueMs = slotMs + random.NextDouble() * everyMs;
            yield return random.Next(100) switch
            {
                // In turn, so that the first readers of a popular sku do not meet.
                < 60 => Price(dueMs, skus.Popular[popular++ % skus.Popular.Count]),
                < 80 => new PlannedRequest(dueMs, HttpMethod.Get, $"/stock/{Any(random, skus.Ordinary)}"),
                < 90 => new PlannedRequest(dueMs, HttpMethod.Get, "/ping"),
                _ => Order(dueMs, Any(random, skus.Ordinary)),
            };
        }
    }

    private static PlannedRequest Price(double dueMs, int sku) => new(dueMs, HttpMethod.Get, $"/price/{sku}");

    private static PlannedRequest Order(double dueMs, int sku) => new(dueMs, HttpMethod.Post, $"/orders?sku={sku}&quantity=1");

    private static int Any(Random random, IReadOnlyList<int> skus) => skus[random.Next(skus.Count)];

    private static int[] Shuffled(Random random, IReadOnlyList<int> skus)
    {
        var shuffled = skus.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
