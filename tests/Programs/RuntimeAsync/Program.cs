using RuntimeAsync;

Console.WriteLine(await Counting.SumAsync(20));
