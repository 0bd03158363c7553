using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Symptoms in words.</summary>
public static class SymptomText
{
    /// <summary>One clause, such as <c>a request was answered 500</c>.</summary>
    /// <param name="symptom">The symptom.</param>
    public static string Describe(Symptom symptom)
    {
        ArgumentNullException.ThrowIfNull(symptom);
        return symptom.Kind switch
        {
            SymptomKind.Exception => $"{symptom.Detail} was thrown",
            SymptomKind.Status => $"a request was answered {symptom.Detail}",
            _ => "none that the recording shows: the test's own assertion tells",
        };
    }
}
