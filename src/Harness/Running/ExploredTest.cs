using System.Reflection;

namespace ReplayKit.Running;

/// <summary>The test whose exploration is judged.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its full name, as a test filter takes it.</param>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Options">How it was explored.</param>
internal sealed record ExploredTest(string Name, string FullName, Assembly Assembly, ExplorationOptions Options);
