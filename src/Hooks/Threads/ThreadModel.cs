using System.Globalization;

namespace ReplayKit.Hooks;

/// <summary>What a run knows of a thread.</summary>
internal sealed class ThreadModel
{
    /// <summary>What it runs; null for a thread that woven code did not make under control.</summary>
    public ThreadEntry? Entry { get; set; }

    /// <summary>The thread itself; null for one that woven code did not make under control.</summary>
    public Thread? Thread { get; set; }

    /// <summary>Whether it was started under control.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Whether its body is over.</summary>
    public bool IsOver { get; set; }

    /// <summary>1-based number in order of first use; 0 before.</summary>
    public int Number { get; set; }

    /// <summary>The culture that it was given before it began; null for that of its starter.</summary>
    public CultureInfo? Culture { get; set; }

    /// <summary>The same for texts.</summary>
    public CultureInfo? UICulture { get; set; }

    /// <summary>The name that the program gave to a thread of the pool.</summary>
    public string? Name { get; set; }
}
