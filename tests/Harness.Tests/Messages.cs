using NUnit.Framework;

namespace Harness.Tests;

/// <summary>Looks at the messages of failing tests.</summary>
internal static class Messages
{
    /// <summary>Checks that the message holds these parts, in this order.</summary>
    public static void HasInOrder(string? message, params string[] parts)
    {
        Assert.That(message, Is.Not.Null);
        var from = 0;
        foreach (var part in parts)
        {
            var at = message!.IndexOf(part, from, StringComparison.Ordinal);
            Assert.That(at, Is.GreaterThanOrEqualTo(0), $"'{part}' does not stand there, or stands too early, in:\n{message}");
            from = at + part.Length;
        }
    }

    /// <summary>Checks that every frame of the stack is the test's own, and that there is one.</summary>
    public static void IsUsersStack(string? stack, string frame)
    {
        Assert.That(stack, Does.Contain(frame));
        foreach (var line in stack!.Split('\n')) Assert.That(line, Does.StartWith("   at FailingFixtures."));
    }
}
