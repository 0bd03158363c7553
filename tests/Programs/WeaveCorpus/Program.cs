using WeaveCorpus;

// Top-level statements are an async Main: its awaits are woven as any other's.
await Task.Yield();
var answer = await Shapes.InExpressions();
Console.Out.WriteLine(answer.Length == 0 ? "wrong" : $"{args.Length} {await Main.Count(args)}");
return args.Length;

internal static class Main
{
    public static async Task<int> Count(string[] args)
    {
        await Task.Delay(1);
        return args.Length;
    }
}
