using CsCheck;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Wire;

/// <summary>Any event that a file can hold, with a liking for the extremes.</summary>
public static class EventGen
{
    private static readonly Gen<long> s_long = Gen.OneOf(Gen.Long, Gen.Long[-3, 3], OneOf(long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, 0L));

    private static readonly Gen<int> s_int = Gen.OneOf(Gen.Int, Gen.Int[0, 9], OneOf(int.MinValue, int.MaxValue, 0, -1));

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Char['\0', '\uffff'].Array[0, 8].Select(static chars => new string(chars)),
        OneOf("", "/price/42", "Grüße 🦊 日本", "\0", "a\ud83d", "\udc00b", "e\u0301", "\u00e9", "\ufeffx", new string('x', 70_000)));

    private static readonly Gen<RecordedField[]?> s_fields = Gen.OneOf(
        Gen.Const(static () => (RecordedField[]?)null),
        Gen.Select(s_text, s_text, static (name, value) => new RecordedField(name, value)).Array[0, 4].Select(static fields => (RecordedField[]?)fields),
        Gen.Const(Enumerable.Range(0, 300).Select(static i => new RecordedField($"n{i}", $"v{i % 7}")).ToArray()).Select(static fields => (RecordedField[]?)fields));

    public static Gen<RecordedEvent> Any { get; } = Gen.Select(
        Gen.Int[1, Enum.GetValues<RecordedEventKind>().Length - 1],
        Gen.Select(s_long, s_long, s_long),
        Gen.Select(s_int, s_int),
        Gen.OneOf(s_text.Select(static text => (string?)text), Gen.Const(static () => (string?)null)),
        s_fields,
        static (kind, numbers, tasks, text, fields) => new RecordedEvent((RecordedEventKind)kind, numbers.Item1, numbers.Item2)
        {
            Number = numbers.Item3,
            TaskId = tasks.Item1,
            RelatedTaskId = tasks.Item2,
            Text = text,
            Fields = fields is null ? default : [.. fields],
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
