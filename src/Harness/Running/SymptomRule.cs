using NUnit.Framework;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Running;

/// <summary>Says whether a test failed as production did.</summary>
internal static class SymptomRule
{
    /// <summary>Whether <paramref name="exception"/> shows <paramref name="symptom"/>.</summary>
    /// <remarks>Where production showed no exception, the test's assertion is the symptom. A status shows in an assertion on the responses.</remarks>
    public static bool IsShownBy(Symptom symptom, Exception exception) => symptom.Kind switch
    {
        SymptomKind.Assertion or SymptomKind.Status => exception is AssertionException or MultipleAssertException,
        SymptomKind.Exception => exception is AssertionException or MultipleAssertException || exception.GetType().FullName == symptom.Detail,
        _ => throw new InvalidOperationException($"No rule for the symptom {symptom.Kind}."),
    };
}
