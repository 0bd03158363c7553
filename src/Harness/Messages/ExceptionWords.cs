using System.Text;
using NUnit.Framework;

namespace ReplayKit.Messages;

/// <summary>Says what a test's body threw, in its own words.</summary>
internal static class ExceptionWords
{
    private const string Indent = "  ";

    public static string Of(Exception exception)
    {
        var isAssertion = exception is AssertionException or MultipleAssertException;
        var lines = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(StackTraces.IsUsersOrNoFrame);
        var location = StackTraces.Location(exception);
        var text = new StringBuilder(isAssertion ? "" : exception.GetType().FullName + ": ").AppendJoin(Environment.NewLine + Indent, lines);
        if (location.Length > 0) text.Append($"    ({location})");
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
            text.AppendLine().Append(Indent).Append($"  caused by {cause.GetType().FullName}: {cause.Message}");
        return text.ToString();
    }
}
