namespace ReplayKit.Hooks;

/// <summary>Marks an assembly that the weaver rewrote.</summary>
/// <param name="version">Version of the weaver.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WovenAttribute(string version) : Attribute
{
    /// <summary>Version of the weaver.</summary>
    public string Version { get; } = version;
}
