namespace Harness.Tests;

/// <summary>Sets variables of this process's environment, and puts them back.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly List<(string Name, string? Before)> _before = [];

    public EnvironmentScope(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, before) in _before) Environment.SetEnvironmentVariable(name, before);
    }
}
