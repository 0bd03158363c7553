namespace Controlled.Loops;

internal static class QueryPrograms
{
    private const string Type = "System.Linq.ParallelEnumerable::";

    [Program(Type + "AsParallel", "1 4 9; 14; 3", Also = [Type + "AsOrdered", Type + "WithDegreeOfParallelism", Type + "WithMergeOptions", Type + "Range", Type + "Repeat", Type + "Empty"])]
    public static string Query_gives_all_results()
    {
        var squares = new[] { 1, 2, 3 }.AsParallel().AsOrdered().WithDegreeOfParallelism(2).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(static number => number * number);
        var parts = new List<string>();
        foreach (var square in squares) parts.Add($"{square}");
        var sum = 0;
        squares.ForAll(square => Interlocked.Add(ref sum, square));
        var others = ParallelEnumerable.Range(1, 2).Count() + ParallelEnumerable.Repeat("a", 1).Count() + ParallelEnumerable.Empty<int>().Count();
        return $"{string.Join(' ', parts)}; {sum}; {others}";
    }

    [Program(Type + "AsParallel", "1", "2", "3", "0", Also = [Type + "WithDegreeOfParallelism", Type + "WithMergeOptions", Type + "Range", Type + "Repeat", Type + "Empty"])]
    public static async Task<string> Query_races_what_runs_beside_it()
    {
        var (limit, gate) = (3, new object());
        var other = Task.Run(() =>
        {
            lock (gate) limit = 0;
        });
        var count = ParallelEnumerable.Range(0, 3).WithDegreeOfParallelism(2).Count(number =>
        {
            lock (gate) return number < limit;
        });
        await other;
        return $"{count}";
    }

    [Program(Type + "Join", "2 2 True 4 3 1 1 4 2", Also = [Type + "GroupJoin", Type + "SequenceEqual", Type + "Union", Type + "Zip", Type + "Intersect", Type + "Except", Type + "Concat"])]
    public static string Operators_on_two_queries_work()
    {
        var (a, b) = (new[] { 1, 2, 3 }.AsParallel().AsOrdered(), new[] { 2, 4 }.AsParallel().AsOrdered());
        var join = a.Join(b, static one => one, static two => two, static (one, _) => one).Single();
        var group = a.GroupJoin(b, static one => one, static two => two, static (one, all) => all.Sum()).Sum();
        return $"{join} {group} {a.SequenceEqual(a)} {a.Union(b).Count()} {a.Zip(b).First().Second + 1} {a.Intersect(b).Count()} {a.Except(b).First()} {a.Concat(b).Last()} {b.Count()}";
    }

    [Program(Type + "Join", "0", "1", "2", Also = [Type + "AsOrdered", Type + "GroupJoin", Type + "SequenceEqual", Type + "Union", Type + "Zip", Type + "Intersect", Type + "Except", Type + "Concat"])]
    public static async Task<string> Operators_on_two_queries_race_what_runs_beside_them()
    {
        var (open, gate) = (true, new object());
        var other = Task.Run(() =>
        {
            lock (gate) open = false;
        });
        bool IsOpen(int number)
        {
            lock (gate) return open && number > 0;
        }

        var (a, b) = (new[] { 1, 2 }.AsParallel().AsOrdered(), new[] { 1, 2 }.AsParallel().AsOrdered());
        var both = a.Join(b, static one => one, static two => two, static (one, _) => one).Concat(a.Except(b)).Where(IsOpen).ToArray();
        var rest = a.GroupJoin(b, static one => one, static two => two, static (_, all) => all.Count()).Union(a.Intersect(b)).Zip(b).Count(pair => pair.First < 0);
        await other;
        return a.SequenceEqual(b) ? $"{both.Length + rest}" : "not equal";
    }

    [Program(Type + "Zip", "fails once", Also = [Type + "Concat"])]
    public static string Failure_in_a_query_is_told_as_one()
    {
        try
        {
            var numbers = Enumerable.Range(0, 3).AsParallel();
            _ = numbers.Concat(numbers).Select(static number => number == 1 ? throw new InvalidOperationException("It fails.") : number).ToArray();
        }
        catch (AggregateException exception)
        {
            return exception.InnerExceptions.Count == 1 ? "fails once" : $"fails {exception.InnerExceptions.Count} times";
        }

        return "no failure";
    }
}
