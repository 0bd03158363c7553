using System.Text;

namespace ReplayKit.Messages;

/// <summary>Writes the filter that selects one test, for a command line.</summary>
internal static class TestFilterText
{
    private const string Operators = @"\()&|=!~";

    /// <summary>The filter for the test of this full name; quoted where a shell would take part of it for its own.</summary>
    public static string For(string fullName)
    {
        var text = new StringBuilder("FullyQualifiedName=");
        foreach (var character in fullName)
        {
            if (Operators.Contains(character)) text.Append('\\');
            text.Append(character);
        }

        return fullName.All(static character => char.IsLetterOrDigit(character) || character is '.' or '_') ? text.ToString() : $"\"{text}\"";
    }
}
